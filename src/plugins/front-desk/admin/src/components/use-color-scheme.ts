import { useTheme } from 'styled-components';

/**
 * Whether the panel is light or dark, for what the browser draws itself, such as the icon in a date
 * field. Strapi tells it by its colours alone.
 */
export function useColorScheme(): 'light' | 'dark' {
  const { colors } = useTheme();
  const red = Number.parseInt(colors.neutral0.slice(1, 3), 16);
  return red < 128 ? 'dark' : 'light';
}
