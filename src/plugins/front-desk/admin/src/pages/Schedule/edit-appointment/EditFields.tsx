import { Field, Flex, Grid, TextInput } from '@strapi/design-system';
import { useColorScheme } from '../../../components/use-color-scheme';
import { useText } from '../../../components/use-text';
import type { TextKey } from '../../../components/use-text';
import type { Draft } from './draft';

interface OneField {
  name: keyof Draft;
  label: TextKey;
  problem: TextKey | null;
  type: 'date' | 'time' | 'text' | 'number';
  /** of the twelve columns of the dialog */
  width: number;
  /** of the twelve columns on a telephone */
  narrowWidth: number;
}

const FIELDS: OneField[] = [
  {
    name: 'day',
    label: 'edit.day',
    problem: 'edit.dayMissing',
    type: 'date',
    width: 4,
    narrowWidth: 12,
  },
  {
    name: 'start',
    label: 'edit.start',
    problem: 'edit.startMissing',
    type: 'time',
    width: 4,
    narrowWidth: 6,
  },
  {
    name: 'end',
    label: 'edit.end',
    problem: 'edit.endMissing',
    type: 'time',
    width: 4,
    narrowWidth: 6,
  },
  { name: 'room', label: 'edit.room', problem: null, type: 'text', width: 4, narrowWidth: 12 },
  {
    name: 'teacher',
    label: 'edit.teacher',
    problem: null,
    type: 'text',
    width: 4,
    narrowWidth: 12,
  },
  {
    name: 'capacity',
    label: 'edit.capacity',
    problem: 'edit.capacityWrong',
    type: 'number',
    width: 4,
    narrowWidth: 12,
  },
];

const LONGEST_TEXT = 100;

interface Props {
  draft: Draft;
  problems: Array<keyof Draft>;
  change: (part: Partial<Draft>) => void;
}

/** When, where, with whom and for how many. */
export function EditFields({ draft, problems, change }: Props) {
  const { t } = useText();
  return (
    <Grid.Root gap={4} style={{ colorScheme: useColorScheme() }}>
      {FIELDS.map(({ name, label, problem, type, width, narrowWidth }) => (
        <Grid.Item key={name} col={width} xs={narrowWidth} direction="column" alignItems="stretch">
          <Field.Root
            name={name}
            required={problem !== null}
            error={problem !== null && problems.includes(name) && t(problem)}
          >
            <Flex direction="column" alignItems="stretch" gap={1}>
              <Field.Label>{t(label)}</Field.Label>
              <TextInput
                type={type}
                value={draft[name]}
                maxLength={LONGEST_TEXT}
                onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
              />
              <Field.Error />
            </Flex>
          </Field.Root>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
