import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../../components/use-text';

interface Props {
  label: string;
  help: string;
  value: number;
  /** absent where the reader may not see whose bookings they are */
  open?: () => void;
}

/** A figure, how it is counted, and the way to the bookings behind it. */
export function FigureCard({ label, help, value, open }: Props) {
  const { t } = useText();
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      height="100%"
      width="100%"
    >
      <Flex direction="column" alignItems="flex-start" gap={1} height="100%">
        <Typography variant="sigma" textColor="neutral600" tag="h3">
          {label}
        </Typography>
        <Typography variant="alpha" tag="p">
          {value}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {help}
        </Typography>
        {open && value > 0 && (
          <Box paddingTop={2} marginTop="auto">
            <Button
              type="button"
              variant="tertiary"
              size="S"
              onClick={open}
              aria-label={t('month.showOf', { figure: label })}
            >
              {t('month.show')}
            </Button>
          </Box>
        )}
      </Flex>
    </Box>
  );
}
