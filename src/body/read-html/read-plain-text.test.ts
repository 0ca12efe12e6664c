import { readPlainText } from './read-plain-text';

const text = (value: string) => ({ type: 'text', text: value });

it('parts paragraphs at blank lines, and keeps single line ends and spaces as they are', () => {
  expect(readPlainText('\n một  hai\r\nba\r\n \r\n\r\nbốn\n')).toEqual([
    { type: 'paragraph', content: [text(' một  hai'), { type: 'hardBreak' }, text('ba')] },
    { type: 'paragraph', content: [text('bốn')] },
  ]);
});

it('has no paragraph where there is no text', () => {
  expect(readPlainText(' \n\n \n')).toEqual([]);
});
