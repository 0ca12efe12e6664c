import { testTextCost } from '../../../tests/helpers/text-cost';
import { createSpellings } from './server/src/mentions/abbreviations';
import { findMentions } from './server/src/mentions/find-mentions';

const agency = { id: 2, documentId: 'b', isBorne: true, isActive: true, ended: null, successors: [] };
const names = {
  officials: ['Nguyễn Văn An', 'Lê Văn Bình'].map((name, id) => ({
    id,
    documentId: `o${id}`,
    name,
    title: null,
    titles: [],
  })),
  agencies: ['Sở Kế hoạch và Đầu tư', 'Ủy ban nhân dân tỉnh', 'a a a a b'].map((name) => ({
    ...agency,
    name,
    sought: name,
  })),
  titles: ['Chủ tịch UBND tỉnh', 'Phó Chủ tịch'].map((name) => ({ name, key: name })),
};

testTextCost('src/plugins/directory', {
  timed: {
    'server/src/mentions/abbreviations.ts#createSpellings': createSpellings(),
    'server/src/mentions/find-mentions.ts#findMentions': (text) => findMentions(text, names),
  },
});
