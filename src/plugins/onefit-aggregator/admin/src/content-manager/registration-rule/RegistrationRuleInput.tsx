import { useField, useForm } from '@strapi/strapi/admin';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import { Choice } from './Choice';
import { previewSentences, uncountedSentences } from './preview-sentences';
import { RuleBox } from './RuleBox';
import { RULE_FIELDS } from './rule-fields';
import { SavePreview } from './SavePreview';
import { SpotChoice } from './SpotChoice';
import { useEdited } from './use-edited';
import { useRulePreview } from './use-rule-preview';
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
  const limit = useField<number | null>('aggregatorSpotLimit').value ?? null;
  const isSaving = useForm('RegistrationRules', (form) => form.isSubmitting);
  const allowed = value === 'allowed';
  const preview = useRulePreview(
    documentId === null || isSaving
      ? null
      : {
          activity: documentId,
          aggregatorBookings: allowed ? 'allowed' : 'not_allowed',
          ...(limit !== null && limit >= 0 && { aggregatorSpotLimit: limit }),
        },
  );
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
        choose={(chosen) => onChange(name, chosen)}
      />
      {allowed && <SpotChoice disabled={disabled} />}
      <WindowFields disabled={disabled} />
      <SavePreview
        sentences={
          preview
            ? previewSentences(preview, allowed, changed, datesChanged)
            : uncountedSentences(allowed, changed)
        }
        allowed={allowed}
        ordered={preview?.ordered}
      />
    </RuleBox>
  );
}
