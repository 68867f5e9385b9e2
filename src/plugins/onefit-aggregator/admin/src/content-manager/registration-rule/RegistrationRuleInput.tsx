import { useForm } from '@strapi/strapi/admin';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { Choice } from '../../components/Choice';
import { useText } from '../../components/use-text';
import { previewSentences, uncountedSentences } from './preview-sentences';
import { RuleBox } from './RuleBox';
import { RULE_FIELDS } from './rule-fields';
import { SavePreview } from './SavePreview';
import { SpotChoice } from './SpotChoice';
import { useEdited } from './use-edited';
import { useRulePreview } from './use-rule-preview';
import { useSpotLimit } from './use-spot-limit';
import { WindowFields } from './WindowFields';

/** What decides which appointments there are; saving makes and takes away some. */
const DATE_FIELDS = ['recurrenceRule'];

type Props = Pick<InputProps, 'name' | 'disabled'> & FieldValue<string | null>;

/** The box "Registration rules" of an activity: who may book, how many spots, until when. */
export default function RegistrationRuleInput(props: Props) {
  const { name, disabled, value, error, onChange } = props;
  const { t } = useText();
  const { documentId, changed } = useEdited([name, ...RULE_FIELDS]);
  const { changed: datesChanged } = useEdited(DATE_FIELDS);
  const { limit, isMissing, leave } = useSpotLimit();
  const isSaving = useForm('RegistrationRules', (form) => form.isSubmitting);
  const allowed = value === 'allowed';
  const preview = useRulePreview(
    documentId === null || isSaving
      ? null
      : {
          activity: documentId,
          aggregatorBookings: allowed ? 'allowed' : 'not_allowed',
          ...(limit !== null && !isMissing && { aggregatorSpotLimit: limit }),
        },
  );
  function sentences() {
    // As long as it cannot be saved, nothing would be sent.
    if (isMissing) return [];
    return preview
      ? previewSentences(preview, allowed, changed, datesChanged)
      : uncountedSentences(allowed, changed);
  }

  return (
    <RuleBox>
      <Choice
        name={name}
        label={t('rule.field')}
        value={allowed ? 'allowed' : 'not_allowed'}
        disabled={disabled}
        error={error}
        options={[
          { value: 'not_allowed', label: t('rule.notAllowed'), help: t('rule.notAllowedHelp') },
          { value: 'allowed', label: t('rule.allowed'), help: t('rule.allowedHelp') },
        ]}
        choose={(chosen) => {
          leave();
          onChange(name, chosen);
        }}
      />
      {allowed && <SpotChoice disabled={disabled} />}
      <WindowFields disabled={disabled} />
      <SavePreview sentences={sentences()} allowed={allowed} ordered={preview?.ordered} />
    </RuleBox>
  );
}
