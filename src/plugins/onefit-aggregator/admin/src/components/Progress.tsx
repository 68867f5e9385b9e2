import { Box } from '@strapi/design-system';

interface Props {
  done: number;
  all: number;
  /** what it is the progress of */
  label: string;
  /** how far it is, in words */
  text: string;
}

/** How far something is, as a bar; the words stand beside it. */
export function Progress({ done, all, label, text }: Props) {
  const share = all === 0 ? 1 : Math.min(1, done / all);
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={done}
      aria-valuetext={text}
      background="neutral200"
      hasRadius
      height="0.8rem"
      width="100%"
      overflow="hidden"
    >
      <Box
        background="primary600"
        hasRadius
        height="100%"
        style={{ width: `${share * 100}%`, transition: 'width 200ms' }}
      />
    </Box>
  );
}
