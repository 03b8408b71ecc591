/** Who has heard of what was just done, and who has to be called. */
export default {
  team: 'Đội đã được báo.',
  coordinators:
    'Trợ lý chỉ báo được cho đầu mối ({{names}}), không nhắn được cho người liên hệ của đội. Xin gọi: {{who}}.',
  nobody: 'Trợ lý không nhắn được cho đội. Xin gọi: {{who}}.',
  nobodyNext: 'Trợ lý chưa nhắn được cho người làm bước tiếp theo. Xin anh/chị báo trực tiếp cho người ấy.',
  missed: 'Không nhắn được cho {{count}} người, xin gọi:',
  line: '• {{who}}',
  more: '… và {{count}} người nữa.',
} as const;
