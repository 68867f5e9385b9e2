import { styled } from 'styled-components';

/** Where short notices stand, above the page and at its lower edge, wherever one has scrolled. */
export const BottomBar = styled.div`
  position: fixed;
  bottom: 1.6rem;
  left: 0;
  right: 0;
  z-index: 3;
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 0.8rem;
  padding: 0 1.6rem;
  pointer-events: none;

  & > * {
    pointer-events: auto;
  }
`;
