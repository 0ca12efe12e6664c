import type { ConstraintMessages } from '../../../../documents';
import { DEFAULT_LIST } from './default-list';

const unreachableYear = (label: string) =>
  `“${label}” không hợp lệ: chỉ nhận ngày trong các năm từ 1900 đến 9998 (giờ Việt Nam), hoặc để trống.`;

/** Of a deletion. */
const inUse = (label: string) => ({
  field: 'documentId',
  message: `${label} đang được nội dung khác dùng, nên không xóa được. Hãy thay bằng mục khác ở những nội dung ấy trước.`,
});

/** A slug of one or two dots. */
const pathStep = (label: string) => ({
  field: 'slug',
  message: `“${label}” không thể chỉ là dấu chấm. Hãy nhập chữ và số, hoặc để trống để hệ thống tự lập.`,
});

/** Messages for editors for the constraints of the newsroom. */
export const constraintMessages: Readonly<Record<string, ConstraintMessages>> = {
  'plugin::newsroom.article': {
    articles_draft_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một bài viết khác cùng ngôn ngữ. Hãy nhập đường dẫn chưa ai dùng, hoặc để trống để hệ thống lập từ tiêu đề.',
    },
    articles_published_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đang thuộc một bài đã xuất bản cùng ngôn ngữ. Hãy nhập đường dẫn khác, hoặc xuất bản bài kia với đường dẫn mới của nó trước.',
    },
    articles_published_with_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” còn trống. Bài xuất bản phải có đường dẫn, ví dụ: khoi-cong-duong-ven-bien. Hãy lưu lại bản nháp để hệ thống lập từ tiêu đề.',
    },
    articles_published_with_title: {
      field: 'title',
      message: '“Tiêu đề” còn trống. Bài xuất bản phải có tiêu đề, ví dụ: Khởi công tuyến đường ven biển.',
    },
    articles_slug_no_step: pathStep('Đường dẫn'),
    articles_expire_after_publication: {
      field: 'expiresOn',
      message:
        '“Ngày giờ hết hạn” phải sau “Ngày giờ đăng” (để trống thì là lúc xuất bản). Hãy sửa một trong hai, hoặc để trống ngày giờ hết hạn.',
    },
    articles_legacy_address: {
      field: 'legacyUrl',
      message:
        '“Địa chỉ ở cổng cũ” đã thuộc một bài viết khác. Mỗi địa chỉ cũ chỉ dẫn đến một bài (chữ hoa, chữ thường như nhau); hãy nhập địa chỉ khác, hoặc để trống.',
    },
    articles_published_on_year: { field: 'publishedOn', message: unreachableYear('Ngày giờ đăng') },
    articles_updated_on_year: { field: 'updatedOn', message: unreachableYear('Ngày giờ cập nhật') },
    articles_expires_on_year: { field: 'expiresOn', message: unreachableYear('Ngày giờ hết hạn') },
    articles_corrections_list: {
      field: 'corrections',
      message:
        '“Đính chính” phải là một danh sách các lần đính chính, ví dụ: [{"on": "…", "note": "…"}], hoặc để trống.',
    },
  },
  'plugin::newsroom.category': {
    categories_in_use: inUse('Chuyên mục'),
    categories_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một chuyên mục khác. Hãy nhập đường dẫn chưa chuyên mục nào dùng, hoặc để trống để hệ thống lập từ tên.',
    },
    categories_slug_no_step: pathStep('Đường dẫn'),
    categories_not_under_itself: {
      field: 'parent',
      message:
        '“Chuyên mục cấp trên” không thể là chính chuyên mục này hay một chuyên mục dưới nó. Hãy chọn chuyên mục khác, hoặc để trống.',
      isDeferred: true,
    },
  },
  'plugin::newsroom.latest-news-list': {
    latest_news_lists_in_use: inUse('Danh sách'),
    latest_news_lists_slug: {
      field: 'slug',
      message:
        '“Mã danh sách” đã có ở một danh sách khác cùng ngôn ngữ. Hãy nhập mã chưa danh sách nào dùng, hoặc để trống để hệ thống lập từ tên.',
    },
    latest_news_lists_slug_no_step: pathStep('Mã danh sách'),
    latest_news_lists_slug_reserved: {
      field: 'slug',
      message:
        '“Mã danh sách” không thể là directives hay en: hai mã ấy dành cho nguồn tin khác của Cổng. Hãy nhập mã khác, ví dụ: tin-chi-dao.',
    },
    latest_news_lists_default: {
      field: 'slug',
      message: `Danh sách “${DEFAULT_LIST.slug}” luôn phải có và giữ nguyên mã, vì mọi trang của Cổng đều gọi nó.`,
    },
  },
  'plugin::newsroom.pin': {
    pins_in_list: {
      field: 'list',
      message: '“Danh sách” còn trống. Hãy chọn danh sách hiện bài ghim này.',
      isDeferred: true,
    },
    pins_of_article: {
      field: 'article',
      message: '“Bài viết” còn trống. Hãy chọn bài được ghim.',
      isDeferred: true,
    },
    pins_apart: {
      field: 'place',
      message:
        '“Vị trí” này của danh sách đã có bài ghim khác trong khoảng thời gian ấy. Hãy chọn vị trí khác, hoặc sửa thời gian ghim của một trong hai bài.',
    },
    '22000': {
      field: 'until',
      message: '“Ghim đến” phải sau “Ghim từ”. Hãy sửa một trong hai, hoặc để trống nếu không giới hạn.',
    },
  },
  'plugin::newsroom.redirect': {
    redirects_from_address: {
      field: 'from',
      message:
        '“Địa chỉ cũ” đã được chuyển hướng rồi (chữ hoa, chữ thường như nhau). Hãy sửa chuyển hướng đang có, hoặc nhập địa chỉ khác.',
    },
    redirects_from_a_portal_page: {
      field: 'from',
      message:
        '“Địa chỉ cũ” phải là một trang của Cổng, không phải trang chủ hay phần của hệ thống (/api, /admin, /uploads, /feeds, /assets, /sitemap.xml, /robots.txt …).',
    },
    redirects_lead_somewhere: {
      field: 'to',
      message:
        '“Địa chỉ đích” còn trống. Hãy nhập một đường dẫn của Cổng, ví dụ: /gioi-thieu, hoặc chọn tình trạng gone nếu nội dung không còn.',
    },
    redirects_no_loop: {
      field: 'to',
      message: '“Địa chỉ đích” dẫn vòng trở lại “Địa chỉ cũ”. Hãy nhập địa chỉ mà nội dung thật sự đang nằm ở đó.',
    },
  },
};
