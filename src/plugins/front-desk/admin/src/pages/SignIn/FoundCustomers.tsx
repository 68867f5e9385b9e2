import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { FoundCustomer } from '../../api/choices';
import { useText } from '../../components/use-text';

const List = styled(Box)`
  position: absolute;
  z-index: 4;
  top: calc(100% + 0.4rem);
  left: 0;
  right: 0;
  max-height: 32rem;
  overflow-y: auto;
  list-style: none;
`;

const Option = styled(Box)`
  cursor: pointer;
`;

interface Props {
  id: string;
  found: FoundCustomer[];
  loading: boolean;
  typed: string;
  marked: number;
  placed: ReadonlySet<string>;
  optionId: (index: number) => string;
  mark: (index: number) => void;
  take: (index: number) => void;
}

/** Those who were found, and below them: somebody new. */
export function FoundCustomers(props: Props) {
  const { id, found, loading, typed, marked, placed, optionId, mark, take } = props;
  const { t } = useText();
  const option = (index: number, children: ReactNode) => (
    <Option
      key={optionId(index)}
      tag="li"
      role="option"
      id={optionId(index)}
      aria-selected={index === marked}
      background={index === marked ? 'primary100' : 'neutral0'}
      hasRadius
      padding={2}
      onPointerMove={() => mark(index)}
      // The field keeps the focus.
      onMouseDown={(event: { preventDefault: () => void }) => event.preventDefault()}
      onClick={() => take(index)}
    >
      {children}
    </Option>
  );
  return (
    <>
      <List
        tag="ul"
        role="listbox"
        id={id}
        aria-label={t('signIn.customer')}
        background="neutral0"
        borderColor="neutral200"
        hasRadius
        shadow="popupShadow"
        padding={1}
      >
        {found.map((customer, index) =>
          option(
            index,
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              <Typography fontWeight="bold">
                {customer.firstName} {customer.lastName}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {placed.has(customer.documentId) ? t('signIn.hasPlace') : customer.email}
              </Typography>
            </Flex>,
          ),
        )}
        {option(
          found.length,
          <Flex gap={2}>
            <Plus aria-hidden />
            <Typography>{t('signIn.newCustomerNamed', { name: typed })}</Typography>
          </Flex>,
        )}
      </List>
      <VisuallyHidden role="status">
        {loading ? t('common.loading') : t('signIn.foundCount', { count: found.length })}
      </VisuallyHidden>
    </>
  );
}
