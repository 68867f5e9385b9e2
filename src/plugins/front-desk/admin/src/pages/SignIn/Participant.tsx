import { Badge, Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { keyframes, styled } from 'styled-components';
import type { Product } from '../../api/choices';
import type { SignInEntry } from '../../api/sign-in';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { BOOKING_STATES, isOpenVisit, nameOf } from './booking-states';
import { ParticipantMenu } from './ParticipantMenu';
import { ProductChoice } from './ProductChoice';
import type { Desk } from './use-desk';

const arriving = keyframes`
  from { background-color: var(--arriving); transform: translateY(-0.8rem); opacity: 0; }
  25% { background-color: var(--arriving); transform: none; opacity: 1; }
`;

/** Tick and menu at the sides; between them name, product and state: in a row, or one below the other. */
const Row = styled.li<{ $isNew: boolean; $isOpen: boolean }>`
  --arriving: ${({ theme }) => theme.colors.primary100};
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: 0.4rem 1.2rem;
  align-items: center;
  padding: 1rem 1.2rem;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme, $isOpen }) => ($isOpen ? theme.colors.warning100 : 'transparent')};
  box-shadow: ${({ theme, $isOpen }) =>
    $isOpen ? `inset 0.4rem 0 0 ${theme.colors.warning500}` : 'none'};

  @media (prefers-reduced-motion: no-preference) {
    animation: ${({ $isNew }) => ($isNew ? arriving : 'none')} 6s ease-out;
  }
`;

const Facts = styled.div`
  display: grid;
  gap: 0.4rem 1.6rem;
  align-items: center;
  min-width: 0;

  @media (min-width: 768px) {
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(12rem, auto);
  }
`;

interface Props {
  entry: SignInEntry;
  products: Product[];
  hasStarted: boolean;
  isNew: boolean;
  desk: Desk;
}

/** One place: a tick for presence, who, by which product, and what else can be done. */
export function Participant({ entry, products, hasStarted, isNew, desk }: Props) {
  const { t } = useText();
  const { checkIn } = desk.api;
  const { customer, documentId, source } = entry;
  const name = nameOf(entry) ?? t('signIn.unknownCustomer');
  const { tone, word } = BOOKING_STATES[entry.state];
  const isPresent = entry.state === 'checked_in';

  function tick() {
    if (isPresent) return void desk.clear({ booking: documentId, name });
    return void desk.act({
      name,
      work: () => checkIn(documentId),
      done: t('signIn.present', { name }),
      expect: { booking: documentId, state: 'checked_in' },
    });
  }

  return (
    <Row $isNew={isNew} $isOpen={isOpenVisit(entry)} data-customer={customer?.documentId}>
      <Checkbox
        aria-label={t('signIn.present', { name })}
        checked={isPresent}
        onCheckedChange={tick}
      />
      <Facts>
        <Box minWidth={0}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            {source === 'onefit' && (
              <Badge backgroundColor="primary100" textColor="primary700">
                Onefit
              </Badge>
            )}
          </Flex>
          {customer?.note && (
            <Flex gap={2} paddingTop={1} alignItems="flex-start">
              <Message
                width="1.4rem"
                height="1.4rem"
                fill="neutral600"
                aria-hidden
                style={{ flexShrink: 0, marginTop: '0.2rem' }}
              />
              <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {t('signIn.note', { note: customer.note })}
              </Typography>
            </Flex>
          )}
        </Box>
        <ProductChoice entry={entry} name={name} products={products} desk={desk} />
        <Flex>
          <StateWord tone={tone}>{t(word)}</StateWord>
        </Flex>
      </Facts>
      <ParticipantMenu entry={entry} name={name} hasStarted={hasStarted} desk={desk} />
    </Row>
  );
}
