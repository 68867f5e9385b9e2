import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useFillRate } from '../api/fill-rate';
import { useLoaded } from '../api/use-loaded';
import { useText } from '../components/use-text';
import { FillRateChart } from './FillRateChart';

/** The widget "Fill rate": how full the last eight weeks were, and Onefit's share of it. */
export default function FillRateWidget() {
  const { t } = useText();
  const { value, error } = useLoaded(useFillRate());
  if (!value) return error === null ? <Widget.Loading /> : <Widget.Error />;
  if (value.every(({ appointments }) => appointments === 0)) {
    return <Widget.NoData>{t('widget.noWeeks')}</Widget.NoData>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <FillRateChart weeks={value} />
      <Flex gap={4} wrap="wrap" aria-hidden>
        <Flex gap={2}>
          <Box width="1.6rem" height="0.3rem" background="primary600" hasRadius />
          <Typography variant="pi">{t('widget.fillRate')}</Typography>
        </Flex>
        <Flex gap={2}>
          <Box width="1.2rem" height="1.2rem" background="secondary200" hasRadius />
          <Typography variant="pi">{t('widget.ofWhichOnefit')}</Typography>
        </Flex>
      </Flex>
    </Flex>
  );
}
