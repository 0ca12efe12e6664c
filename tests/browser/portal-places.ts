type Place = { address: string; heading: string };

const both = (address: string, vi: string, en: string): { vi: Place; en: Place } => ({
  vi: { address, heading: vi },
  en: { address: address === '/' ? '/en' : `/en${address}`, heading: en },
});

/** Every page of the portal over the sample content, in both languages, the problems last. */
export const PLACES = [
  both('/', 'Cổng thông tin điện tử tỉnh Thanh Hóa', 'Thanh Hoa Provincial Portal'),
  both('/tin-tuc', 'Tin tức', 'News'),
  both(
    '/tin-tuc?agency=so-van-hoa-the-thao-va-du-lich',
    'Tin của Sở Văn hóa, Thể thao và Du lịch',
    'News: Department of Culture, Sports and Tourism',
  ),
  both('/tin-tuc?official=nguyen-van-thi', 'Tin nhắc đến Nguyễn Văn Thi', 'News that mentions Nguyễn Văn Thi'),
  {
    vi: {
      address: '/tin-tuc/thanh-nha-ho-sau-the-ky-cua-mot-toa-thanh-da',
      heading: 'Thành Nhà Hồ: sáu thế kỷ của một tòa thành đá',
    },
    en: {
      address: '/en/tin-tuc/the-citadel-of-the-ho-dynasty-six-centuries-of-stone-among-the-rice-fields',
      heading: 'The Citadel of the Ho Dynasty: six centuries of stone among the rice fields',
    },
  },
  both('/chuyen-muc', 'Chuyên mục', 'Categories'),
  both('/chuyen-muc/tin-tuc-su-kien', 'Tin tức – Sự kiện', 'News and events'),
  both('/chuyen-muc/cam-nang', 'Cẩm nang cho người dân', 'Handbook for residents'),
  both('/danh-sach/tin-moi-nhat', 'Tin mới nhất', 'Latest news'),
  both('/can-bo', 'Cán bộ', 'Officials'),
  both('/can-bo/nguyen-hoai-anh', 'Nguyễn Hoài Anh', 'Nguyễn Hoài Anh'),
  both('/can-bo/nguyen-van-thi', 'Nguyễn Văn Thi', 'Nguyễn Văn Thi'),
  both('/co-quan', 'Cơ quan', 'Agencies'),
  both('/co-quan/ubnd-tinh', 'Ủy ban nhân dân tỉnh Thanh Hóa', 'People’s Committee of Thanh Hoa Province'),
  both('/co-quan/ubnd-phuong-dong-tho', 'Ủy ban nhân dân phường Đông Thọ', 'People’s Committee of Dong Tho Ward'),
  both('/tien-do-giai-quyet-tthc', 'Công khai tiến độ giải quyết TTHC', 'Progress of administrative procedures'),
  both('/gui-nhan-van-ban', 'Công khai gửi nhận văn bản', 'Documents sent and received'),
  both('/luu-tru', 'Lưu trữ', 'Archive'),
  {
    vi: { address: '/luu-tru/2021-02', heading: 'Tin tháng 2/2021' },
    en: { address: '/en/luu-tru/2021-02', heading: 'Page not found' },
  },
  both('/khong-co-trang-nay', 'Không tìm thấy trang này', 'Page not found'),
  both('/tin-tuc/khong-co-bai-nay', 'Không tìm thấy trang này', 'Page not found'),
  both('/chuyen-muc/khong-co', 'Không tìm thấy trang này', 'Page not found'),
  both('/co-quan/khong-co', 'Không tìm thấy trang này', 'Page not found'),
];
