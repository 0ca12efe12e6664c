import { testTextCost } from '../../tests/helpers/text-cost';
import { refusedValue } from './client-errors/refused-value';

testTextCost('src/middlewares', {
  timed: {
    'client-errors/refused-value.ts#refusedValue': (text) => [
      refusedValue({ code: '22P02', message: text }, { body: { name: text } }),
      refusedValue({ code: '22001', message: '(255)' }, { body: text.split(' ') }),
      refusedValue({ code: '23503', detail: text }, { body: text.split(' ') }),
    ],
  },
  exempt: {},
});
