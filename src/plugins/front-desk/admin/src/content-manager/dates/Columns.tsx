import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Fields side by side, as many as fit; on a telephone one below the other. */
export const Columns = styled(Box)`
  display: grid;
  gap: 1.6rem;
  align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
`;
