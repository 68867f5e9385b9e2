import { Box, Field, Flex, Radio, Typography } from '@strapi/design-system';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { useId } from 'react';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { OrderWarning } from './OrderWarning';

type Rule = 'not_allowed' | 'allowed';

const CHOICES: Array<{ value: Rule; label: TextKey; help: TextKey }> = [
  { value: 'not_allowed', label: 'rule.notAllowed', help: 'rule.notAllowedHelp' },
  { value: 'allowed', label: 'rule.allowed', help: 'rule.allowedHelp' },
];

type Props = Pick<InputProps, 'name' | 'disabled'> & FieldValue<string | null>;

/** The box "Registration rules" of an activity, in it the choice "Aggregator bookings". */
export default function RegistrationRuleInput(props: Props) {
  const { name, disabled, value, initialValue, error, onChange } = props;
  const { t } = useText();
  const id = useId();
  const rule: Rule = value === 'allowed' ? 'allowed' : 'not_allowed';
  const leaves = initialValue === 'allowed' && rule === 'not_allowed';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="delta" tag="h2">
        {t('rule.box')}
      </Typography>
      <Field.Root name={name} error={error}>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography variant="pi" fontWeight="bold" id={`${id}-label`}>
            {t('rule.field')}
          </Typography>
          <Radio.Group
            aria-labelledby={`${id}-label`}
            value={rule}
            disabled={disabled}
            onValueChange={(chosen) => onChange(name, chosen)}
          >
            <Flex direction="column" alignItems="stretch" gap={3}>
              {CHOICES.map((choice) => (
                <Box key={choice.value}>
                  <Radio.Item value={choice.value} aria-describedby={`${id}-${choice.value}`}>
                    {t(choice.label)}
                  </Radio.Item>
                  <Box paddingLeft={6} paddingTop={1}>
                    <Typography variant="pi" textColor="neutral600" id={`${id}-${choice.value}`}>
                      {t(choice.help)}
                    </Typography>
                  </Box>
                </Box>
              ))}
            </Flex>
          </Radio.Group>
          {leaves && (
            <Typography variant="pi" role="status">
              {t('rule.willLeave')}
            </Typography>
          )}
          <Field.Error />
        </Flex>
      </Field.Root>
      <OrderWarning />
    </Flex>
  );
}
