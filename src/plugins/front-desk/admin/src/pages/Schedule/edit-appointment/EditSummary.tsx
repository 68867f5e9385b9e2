import { Flex, Typography } from '@strapi/design-system';
import type { EditOutcome } from '../../../api/edit-appointment';
import { Consequence } from '../../../components/Consequence';
import { useText } from '../../../components/use-text';

/** What an edit will do, and who will feel it. */
export function EditSummary({ outcome }: { outcome: EditOutcome }) {
  const { t } = useText();
  const { changed, moved, kept, own, onefit } = outcome;
  const all = own + onefit;
  return (
    <Consequence
      tone={all > 0 ? 'warning' : 'neutral'}
      title={t('edit.changes', { changed, moved })}
      fresh
    >
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={all + kept > 0 ? 2 : 0}>
        {all > 0 && <Typography>{t('edit.moves', { all, own, onefit })}</Typography>}
        {all > 0 && <Typography>{t('edit.told')}</Typography>}
        {kept > 0 && <Typography>{t('edit.kept', { kept })}</Typography>}
      </Flex>
    </Consequence>
  );
}
