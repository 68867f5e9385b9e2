import { Box, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';

/** One of the things to choose from. */
export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** what it means, below it */
  help?: string;
}

interface Props<Value extends string> {
  name: string;
  label: string;
  options: Array<Option<Value>>;
  value: Value;
  disabled?: boolean | undefined;
  error?: string | undefined;
  choose: (value: Value) => void;
}

/** One of a few, each explained where it stands. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { name, label, options, value, disabled, error, choose } = props;
  const id = useId();
  return (
    <Field.Root name={name} error={error}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi" fontWeight="bold" id={`${id}-label`}>
          {label}
        </Typography>
        <Radio.Group
          aria-labelledby={`${id}-label`}
          value={value}
          disabled={disabled === true}
          onValueChange={(chosen) => choose(chosen as Value)}
        >
          <Flex direction="column" alignItems="stretch" gap={3}>
            {options.map((option) => (
              <Box key={option.value}>
                <Radio.Item
                  value={option.value}
                  {...(option.help && { 'aria-describedby': `${id}-${option.value}` })}
                >
                  {option.label}
                </Radio.Item>
                {option.help && (
                  <Box paddingLeft={7} paddingTop={1}>
                    <Typography variant="pi" textColor="neutral600" id={`${id}-${option.value}`}>
                      {option.help}
                    </Typography>
                  </Box>
                )}
              </Box>
            ))}
          </Flex>
        </Radio.Group>
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
