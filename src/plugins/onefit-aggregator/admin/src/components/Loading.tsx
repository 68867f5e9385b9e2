import { Flex, Loader } from '@strapi/design-system';
import { useText } from './use-text';

/** What stands in a page's place while its content is on the way. */
export function Loading() {
  const { t } = useText();
  return (
    <Flex justifyContent="center" padding={10} aria-busy>
      <Loader>{t('common.loading')}</Loader>
    </Flex>
  );
}
