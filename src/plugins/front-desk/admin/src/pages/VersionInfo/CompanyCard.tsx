import { Box, Divider, Flex, Typography } from '@strapi/design-system';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { venueFacts } from '../../venue-facts';
import type { Company } from './companies';
import { IdRow } from './IdRow';

/** A company and its venues, each with its id. */
export function CompanyCard({ company }: { company: Company }) {
  const { t } = useText();
  const name = company.name ?? t('version.noCompany');
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h2">
          {name}
        </Typography>
        {company.uuid === null ? (
          <Typography textColor="neutral600">{t('version.noCompanyHelp')}</Typography>
        ) : (
          <IdRow label="Company UUID" owner={name} id={company.uuid} />
        )}
        {company.venues.map((venue) => (
          <Flex key={venue.documentId} direction="column" alignItems="stretch" gap={3}>
            <Divider />
            <Box>
              <Typography fontWeight="bold" tag="h3">
                {venue.name}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t('version.timeZone', { zone: venue.timeZone })}
              </Typography>
            </Box>
            <IdRow label="Venue UUID" owner={venue.name} id={venue.uuid} />
            {venueFacts().map((Fact, index) => (
              <Fact key={index} venue={venue} />
            ))}
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
}
