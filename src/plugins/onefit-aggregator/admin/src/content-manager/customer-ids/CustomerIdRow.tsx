import { Box, Flex, IconButton, MenuItem, SimpleMenu, Typography } from '@strapi/design-system';
import { More } from '@strapi/icons';
import type { CustomerId } from '../../api/customer-ids';
import { useText } from '../../components/use-text';
import type { Allowed, Doing } from './doing';

interface Props {
  /** null = none yet */
  held: CustomerId | null;
  may: Allowed;
  start: (doing: Doing) => void;
}

/** An aggregator with the ID it knows the customer by, and the menu of three dots. */
export function CustomerIdRow({ held, may, start }: Props) {
  const { t } = useText();
  const hasMenu = held ? may.change || may.remove : may.enter;
  return (
    <Flex justifyContent="space-between" gap={2}>
      <Box minWidth={0}>
        <Typography fontWeight="bold" tag="p">
          Onefit
        </Typography>
        <Typography tag="p" textColor={held ? 'neutral800' : 'neutral600'} style={BREAKS}>
          {held?.externalId ?? t('ids.none')}
        </Typography>
      </Box>
      {hasMenu && (
        <SimpleMenu
          label={t('ids.menu')}
          tag={IconButton}
          icon={<More />}
          variant="ghost"
          popoverPlacement="bottom-end"
        >
          {!held && (
            <MenuItem onSelect={() => start({ what: 'enter', held })}>{t('ids.enter')}</MenuItem>
          )}
          {held && may.change && (
            <MenuItem onSelect={() => start({ what: 'enter', held })}>{t('ids.change')}</MenuItem>
          )}
          {held && may.remove && (
            <MenuItem variant="danger" onSelect={() => start({ what: 'remove', held })}>
              {t('ids.remove')}
            </MenuItem>
          )}
        </SimpleMenu>
      )}
    </Flex>
  );
}

/** An ID has no spaces to break at. */
const BREAKS = { overflowWrap: 'anywhere' } as const;
