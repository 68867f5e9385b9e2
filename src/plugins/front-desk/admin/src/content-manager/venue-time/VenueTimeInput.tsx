import { Field, TextInput } from '@strapi/design-system';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { useColorScheme } from '../../components/use-color-scheme';
import { useText } from '../../components/use-text';
import { instantOf, wallTimeOf } from '../../components/wall-time';
import { useTimeZone } from './use-time-zone';
import type { FieldZone } from './use-time-zone';

type Props = Pick<InputProps, 'name' | 'disabled' | 'hint' | 'label' | 'required'> &
  FieldValue<string | Date | null>;

/** `2026-11-30T18:30`, as the browser's field has it; empty where there is no time. */
function shown(value: string | Date | null | undefined, zone: FieldZone | undefined): string {
  if (!value || !zone) return '';
  const { day, time } = wallTimeOf(new Date(value).toISOString(), zone.timeZone);
  return `${day}T${time}`;
}

/** A date and time on the clock of the venue, whose zone stands below. */
export default function VenueTimeInput(props: Props) {
  const { name, label, hint, required, disabled, value, error, onChange } = props;
  const { t } = useText();
  const zone = useTimeZone();

  function enter(text: string) {
    const [day = '', time = ''] = text.split('T');
    onChange(name, zone ? instantOf({ day, time: time.slice(0, 5) }, zone.timeZone) : null);
  }

  const zoneNamed =
    zone && t(zone.ofVenue ? 'venueTime.zone' : 'venueTime.ownZone', { zone: zone.timeZone });
  return (
    <Field.Root
      name={name}
      required={required === true}
      error={error}
      hint={
        <>
          {hint} {zoneNamed}
        </>
      }
      style={{ colorScheme: useColorScheme() }}
    >
      <Field.Label>{label}</Field.Label>
      <TextInput
        type="datetime-local"
        value={shown(value, zone)}
        disabled={disabled === true || !zone}
        onChange={({ currentTarget }) => enter(currentTarget.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
