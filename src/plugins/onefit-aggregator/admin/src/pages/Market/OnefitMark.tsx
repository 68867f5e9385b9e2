import { Flex } from '@strapi/design-system';
import { Lightning } from '@strapi/icons';

/** A mark of our own for the extension: the trade mark is Onefit's. */
export function OnefitMark() {
  return (
    <Flex
      justifyContent="center"
      width="4rem"
      height="4rem"
      background="primary100"
      hasRadius
      shrink={0}
      aria-hidden
    >
      <Lightning width="2rem" height="2rem" fill="primary600" />
    </Flex>
  );
}
