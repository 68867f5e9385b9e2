import { useForm } from '@strapi/strapi/admin';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import type { RulePreview } from '../../api/rule-preview';
import { Choice } from '../../components/Choice';
import { useText } from '../../components/use-text';
import { oneSentence } from './preview-sentences';
import { RuleBox } from './RuleBox';
import { SavePreview } from './SavePreview';
import { SPOT_LIMIT } from './spot-limit';
import { SpotChoice } from './SpotChoice';
import { useEdited } from './use-edited';
import { useRulePreview } from './use-rule-preview';
import { useSpotLimit } from './use-spot-limit';

type Rule = 'as_activity' | 'not_allowed' | 'allowed';

type Props = Pick<InputProps, 'name' | 'disabled'> & FieldValue<string | null>;

function ruleOf(value: string | null | undefined): Rule {
  return value === 'allowed' || value === 'not_allowed' ? value : 'as_activity';
}

/** What following the activity means just now. */
function useFollowed(activity: RulePreview['activity']): string {
  const { t } = useText();
  if (!activity) return t('rule.asActivity');
  if (!activity.allowed) return t('rule.asActivityNotAllowed');
  const { spotLimit } = activity;
  return spotLimit === null
    ? t('rule.asActivityAllowed')
    : t('rule.asActivityLimited', { limit: spotLimit });
}

/** The box "Registration rules" of an appointment: as its activity, or a rule of its own. */
export default function AppointmentRuleInput(props: Props) {
  const { name, disabled, value, error, onChange } = props;
  const { t } = useText();
  const { documentId, changed } = useEdited([name, SPOT_LIMIT]);
  const { limit, isMissing, leave } = useSpotLimit();
  const isSaving = useForm('RegistrationRules', (form) => form.isSubmitting);
  const rule = ruleOf(value);
  const preview = useRulePreview(
    documentId === null || isSaving
      ? null
      : {
          appointment: documentId,
          aggregatorBookings: rule,
          ...(limit !== null && !isMissing && { aggregatorSpotLimit: limit }),
        },
  );
  const followed = useFollowed(preview?.activity);
  const allowed = rule === 'as_activity' ? preview?.activity?.allowed === true : rule === 'allowed';
  return (
    <RuleBox>
      <Choice
        name={name}
        label={t('rule.field')}
        value={rule}
        disabled={disabled}
        error={error}
        options={[
          { value: 'as_activity', label: followed, help: t('rule.asActivityHelp') },
          { value: 'not_allowed', label: t('rule.notAllowed'), help: t('rule.ownNotAllowedHelp') },
          { value: 'allowed', label: t('rule.allowed'), help: t('rule.ownAllowedHelp') },
        ]}
        choose={(chosen) => {
          leave();
          onChange(name, chosen);
        }}
      />
      {rule === 'allowed' && <SpotChoice disabled={disabled} />}
      <SavePreview
        sentences={preview && !isMissing ? oneSentence(preview, changed) : []}
        allowed={allowed}
        ordered={preview?.ordered}
      />
    </RuleBox>
  );
}
