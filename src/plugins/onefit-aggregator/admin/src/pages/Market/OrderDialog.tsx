import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useAuth, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { codeOf, useFailure } from '../../api/failure';
import { useMarket } from '../../api/market';
import type { MarketVenue } from '../../api/market';
import { useText } from '../../components/use-text';
import { NEXT_STEPS_PATH } from '../../paths';

const COMPLETE_ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Asks who gets the confirmation and whether there is an agreement, then orders. */
export function OrderDialog({ venues, close }: { venues: MarketVenue[]; close: () => void }) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { order } = useMarket();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const ownEmail = useAuth('OrderDialog', (auth) => auth.user?.email);
  const [email, setEmail] = useState(ownEmail ?? '');
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const emailError = tried && !COMPLETE_ADDRESS.test(email.trim()) && t('order.emailIncomplete');
  const agreedError = tried && !agreed && t('order.agreementMissing');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!COMPLETE_ADDRESS.test(email.trim()) || !agreed) return;
    setBusy(true);
    try {
      await order(email.trim());
      toggleNotification({ type: 'success', message: t('order.done') });
      navigate(NEXT_STEPS_PATH);
    } catch (error) {
      if (codeOf(error) === 'already_ordered') {
        // A colleague was quicker: what they ordered is what this one wanted.
        toggleNotification({ type: 'info', message: sentence(error) });
        navigate(NEXT_STEPS_PATH);
        return;
      }
      setFailure(sentence(error));
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('order.title')}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography>
                {venues.length > 0
                  ? t('order.venues', { venues: venues.map(({ name }) => name).join(', ') })
                  : t('order.noVenue')}
              </Typography>
              <Field.Root
                name="contactEmail"
                required
                hint={t('order.emailHint')}
                error={emailError}
              >
                <Field.Label>{t('order.email')}</Field.Label>
                <TextInput
                  type="email"
                  autoComplete="email"
                  value={email}
                  onChange={({ currentTarget }) => setEmail(currentTarget.value)}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              <Field.Root name="agreement" error={agreedError}>
                <Checkbox
                  checked={agreed}
                  onCheckedChange={(checked) => setAgreed(checked === true)}
                >
                  {t('order.agreement')}
                </Checkbox>
                <Field.Error />
              </Field.Root>
              {failure && (
                <Typography textColor="danger600" role="alert">
                  {failure}
                </Typography>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('market.order')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
