import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle, Minus, WarningCircle } from '@strapi/icons';

/** What a state means for the reader; each has an icon and a colour, and always a word. */
export type Tone = 'good' | 'waiting' | 'attention' | 'bad' | 'off';

const LOOKS = {
  good: { Icon: CheckCircle, name: 'success' },
  waiting: { Icon: Clock, name: 'secondary' },
  attention: { Icon: WarningCircle, name: 'warning' },
  bad: { Icon: CrossCircle, name: 'danger' },
  off: { Icon: Minus, name: 'neutral' },
} as const;

/** A state as an icon and a word. */
export function StateWord({ tone, children }: { tone: Tone; children: string }) {
  const { Icon, name } = LOOKS[tone];
  const color = name === 'neutral' ? 'neutral800' : (`${name}700` as const);
  // The theme's orange on its own pale ground has too little contrast to be read.
  const textColor = name === 'warning' ? 'neutral800' : color;
  return (
    <Flex
      inline
      gap={2}
      paddingTop={1}
      paddingBottom={1}
      paddingLeft={2}
      paddingRight={2}
      hasRadius
      background={name === 'neutral' ? 'neutral150' : (`${name}100` as const)}
    >
      <Icon width="1.2rem" height="1.2rem" fill={color} aria-hidden style={{ flexShrink: 0 }} />
      <Typography variant="pi" fontWeight="bold" textColor={textColor}>
        {children}
      </Typography>
    </Flex>
  );
}
