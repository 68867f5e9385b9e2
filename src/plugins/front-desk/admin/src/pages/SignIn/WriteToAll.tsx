import { Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import { useSignInApi } from '../../api/sign-in';
import { FormDialog } from '../../components/FormDialog';
import { randomId } from '../../components/random-id';
import { useText } from '../../components/use-text';

const LONGEST_SUBJECT = 150;
const LONGEST_TEXT = 5000;

interface Props {
  appointment: string;
  /** how many own customers are booked */
  recipients: number;
  close: () => void;
  reload: () => Promise<void>;
}

/** Writes an e-mail to everybody who is booked by the venue itself; Onefit writes to its members. */
export function WriteToAll({ appointment, recipients, close, reload }: Props) {
  const { t } = useText();
  const { write } = useSignInApi();
  const { toggleNotification } = useNotification();
  // One letter, however often its button is pressed.
  const id = useRef(randomId());
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (subject.trim() === '' || text.trim() === '') return;
    const { owed, withoutAddress } = await write(appointment, {
      id: id.current,
      subject: subject.trim(),
      text: text.trim(),
    });
    toggleNotification({
      type: withoutAddress > 0 ? 'warning' : 'success',
      message: t('letter.done', { sent: owed - withoutAddress, withoutAddress }),
    });
    close();
    await reload();
  }

  return (
    <FormDialog
      title={t('letter.title', { count: recipients })}
      action={t('letter.send')}
      close={close}
      submit={submit}
    >
      <Typography>{t('letter.help')}</Typography>
      <Field.Root
        name="subject"
        required
        error={tried && subject.trim() === '' && t('letter.subjectMissing')}
      >
        <Field.Label>{t('letter.subject')}</Field.Label>
        <TextInput
          value={subject}
          maxLength={LONGEST_SUBJECT}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root
        name="text"
        required
        hint={t('letter.textHint')}
        error={tried && text.trim() === '' && t('letter.textMissing')}
      >
        <Field.Label>{t('letter.text')}</Field.Label>
        <Textarea
          value={text}
          maxLength={LONGEST_TEXT}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}
