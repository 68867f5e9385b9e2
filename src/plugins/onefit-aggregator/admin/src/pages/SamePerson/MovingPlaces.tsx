import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { Comparison, NamedAppointment } from '../../api/customers';
import { Panel } from '../../components/Panel';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { signInPath } from '../../paths';

function Place({ appointment }: { appointment: NamedAppointment }) {
  const { dayAndTime } = useTimes(appointment.timeZone);
  return (
    <li>
      <Link tag={RouterLink} to={signInPath(appointment.documentId)}>
        {appointment.name} · {dayAndTime(appointment.startsAt)}
      </Link>
    </li>
  );
}

function Places({ places }: { places: NamedAppointment[] }) {
  return (
    <Box tag="ul" paddingTop={2}>
      {places.map((place) => (
        <Place key={place.documentId} appointment={place} />
      ))}
    </Box>
  );
}

/** The bookings that move, and those that keep the two from being made one. */
export function MovingPlaces({ comparison: { drop, moving, shared } }: { comparison: Comparison }) {
  const { t } = useText();
  const zones = [...new Set([...moving, ...shared].map(({ timeZone }) => timeZone))];
  return (
    <Panel>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {shared.length > 0 && (
          <Box padding={3} hasRadius background="warning100" borderColor="warning200" role="alert">
            <Flex gap={2} alignItems="flex-start">
              <WarningCircle fill="warning700" aria-hidden style={{ flexShrink: 0 }} />
              <Typography textColor="neutral800">
                {t('merge.shared', { count: shared.length })}
              </Typography>
            </Flex>
            <Places places={shared} />
          </Box>
        )}
        <div>
          <Typography variant="delta" tag="h2">
            {t('merge.moves')}
          </Typography>
          <Typography tag="p">{t('merge.movesHelp', { count: drop.bookings })}</Typography>
          {moving.length > 0 && <Places places={moving} />}
        </div>
        {zones.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {t('common.zone', { zone: zones.join(', ') })}
          </Typography>
        )}
      </Flex>
    </Panel>
  );
}
