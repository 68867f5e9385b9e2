import { Flex, Typography } from '@strapi/design-system';
import type { EditOutcome } from '../../../api/edit-appointment';
import { useText } from '../../../components/use-text';

/** What an edit will do, and who will feel it. */
export function EditSummary({ outcome }: { outcome: EditOutcome }) {
  const { t } = useText();
  const { changed, moved, kept, own, onefit } = outcome;
  const all = own + onefit;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={2}
      padding={3}
      hasRadius
      background={all > 0 ? 'warning100' : 'neutral100'}
      role="alert"
    >
      <Typography fontWeight="bold">{t('edit.changes', { changed, moved })}</Typography>
      {all > 0 && <Typography>{t('edit.moves', { all, own, onefit })}</Typography>}
      {all > 0 && <Typography>{t('edit.told')}</Typography>}
      {kept > 0 && <Typography>{t('edit.kept', { kept })}</Typography>}
    </Flex>
  );
}
