import { Field, Textarea } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { NextDates } from '../../api/dates';
import { useText } from '../../components/use-text';

/** A rule is read letter by letter, so every letter has the same width. */
const RuleArea = styled(Textarea)`
  &&,
  && textarea {
    font-family: monospace;
    min-height: 18rem;
  }
`;

interface Props {
  name: string;
  text: string;
  disabled: boolean;
  problem: NextDates['problem'];
  error: string | undefined;
  onChange: (text: string) => void;
}

/** The rule as it is stored, for whoever knows RFC 5545, and what is wrong with it. */
export function RuleText({ name, text, disabled, problem, error, onChange }: Props) {
  const { t } = useText();
  const said =
    problem &&
    (problem.line === undefined
      ? t('dates.unreadable', { problem: problem.message })
      : t('dates.unreadableLine', { line: problem.line, problem: problem.message }));
  return (
    <Field.Root name={name} hint={t('dates.textHelp')} error={said ?? error ?? false}>
      <Field.Label>{t('dates.text')}</Field.Label>
      <RuleArea
        name={name}
        value={text}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
