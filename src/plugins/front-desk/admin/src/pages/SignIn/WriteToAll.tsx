import { Button, Field, Flex, Modal, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useFailure } from '../../api/failure';
import { useSignInApi } from '../../api/sign-in';
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
  const { sentence } = useFailure();
  const { write } = useSignInApi();
  const { toggleNotification } = useNotification();
  // One letter, however often its button is pressed.
  const id = useRef(crypto.randomUUID());
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (subject.trim() === '' || text.trim() === '') return;
    setBusy(true);
    try {
      const { owed, withoutAddress } = await write(appointment, {
        id: id.current,
        subject: subject.trim(),
        text: text.trim(),
      });
      const sent = owed - withoutAddress;
      toggleNotification({
        type: withoutAddress > 0 ? 'warning' : 'success',
        message: t('letter.done', { sent, withoutAddress }),
      });
      close();
      await reload();
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('letter.title', { count: recipients })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
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
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('letter.send')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
