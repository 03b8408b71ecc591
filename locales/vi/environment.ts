/** What each variable of the environment may hold. Said when one holds something else. */
export default {
  TELEGRAM_BOT_TOKEN: 'mã do BotFather cấp, gồm các chữ số, dấu hai chấm rồi đến chữ',
  ZALO_BOT_TOKENS:
    'mã do Zalo Bot Creator cấp, gồm các chữ số, dấu hai chấm rồi đến chữ; nhiều mã thì cách nhau bằng dấu phẩy',
  MONGODB_URI: 'địa chỉ của máy chủ MongoDB, ví dụ mongodb://may-chu:27017/cuocthi',
  DATA_DIR: 'đường dẫn của một thư mục',
  PORT: 'một số từ 0 đến 65535',
  HOST: 'một địa chỉ của máy này, ví dụ 127.0.0.1',
  PUBLIC_URL: 'địa chỉ bắt đầu bằng https://, bắt buộc phải có khi UPDATES là webhook',
  UPDATES: 'polling hoặc webhook',
  CONTEST: 'tên một tài liệu cuộc thi, chỉ gồm chữ thường, chữ số và dấu gạch ngang, ví dụ {{contest}}',
  LOG_LEVEL: 'một trong các mức {{levels}}',
  TELEGRAM_API_URL: 'địa chỉ bắt đầu bằng http:// hoặc https://',
  ZALO_API_URL: 'địa chỉ bắt đầu bằng http:// hoặc https://',
  CLOCK_URL: 'địa chỉ bắt đầu bằng http:// hoặc https://',
} as const;
