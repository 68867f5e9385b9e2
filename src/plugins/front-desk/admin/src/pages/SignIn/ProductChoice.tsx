import { Flex, MenuItem, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Product } from '../../api/choices';
import type { SignInEntry } from '../../api/sign-in';
import { ChoiceMenu } from '../../components/ActionMenu';
import { useText } from '../../components/use-text';
import type { Desk } from './use-desk';

/** Makes a menu's button as quiet as the text it stands for. */
const Quiet = styled.div`
  & > button {
    height: auto;
    padding: 0.2rem 0.4rem;
    margin-left: -0.4rem;
    text-align: left;
  }
`;

interface Props {
  entry: SignInEntry;
  name: string;
  products: Product[];
  desk: Desk;
}

/** What a booking is paid with. An own one can be given another; an open visit stands out. */
export function ProductChoice({ entry, name, products, desk }: Props) {
  const { t } = useText();
  const { chooseProduct } = desk.api;
  const isOpen = entry.product === null;
  if (entry.source === 'onefit' || (isOpen && products.length === 0)) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {entry.product?.name ?? t('signIn.noProduct')}
      </Typography>
    );
  }
  const menu = (
    <ChoiceMenu
      variant={isOpen ? 'secondary' : 'ghost'}
      text={isOpen ? t('signIn.choose') : (entry.product?.name ?? '')}
      label={
        isOpen
          ? t('signIn.chooseFor', { name })
          : t('signIn.changeProduct', { name, product: entry.product?.name ?? '' })
      }
    >
      {products.map((product) => (
        <MenuItem
          key={product.documentId}
          disabled={product.documentId === entry.product?.documentId}
          onSelect={() =>
            void desk.act({
              name,
              work: () => chooseProduct(entry.documentId, product.documentId),
              done: t('signIn.productChosen', { name, product: product.name }),
              undoable: false,
            })
          }
        >
          {product.name}
        </MenuItem>
      ))}
    </ChoiceMenu>
  );
  if (!isOpen) return <Quiet>{menu}</Quiet>;
  return (
    <Flex gap={2} wrap="wrap">
      <Flex gap={1} tag="span">
        <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0 }} />
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {t('signIn.noProduct')}
        </Typography>
      </Flex>
      {menu}
    </Flex>
  );
}
