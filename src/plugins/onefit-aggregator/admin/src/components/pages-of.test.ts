import { pagesOf } from './pages-of';

it('a list has as many pages as it fills, and never none', () => {
  const pages = [0, 1, 25, 26, 50, 51].map((total) => pagesOf(total, 25));
  expect(pages).toEqual([1, 1, 1, 2, 2, 3]);
});
