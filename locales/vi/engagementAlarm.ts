export default {
  soon: '{{contest}}\nLượt tương tác chốt lúc {{freeze}}. Số ghi sau lúc ấy không được tính.',
  missing: 'Chưa có số ({{count}} bài): {{codes}}',
  stale: 'Số đã cũ hơn một ngày ({{count}} bài): {{codes}}',
  soonHow: 'Xin xem và ghi ngay, mỗi bài một dòng: {{example}}',
  frozen: '{{contest}}\nLượt tương tác đã chốt lúc {{freeze}}.',
  frozenAll:
    '{{contest}}\nLượt tương tác đã chốt lúc {{freeze}}: đủ số của {{count}} bài. Gõ /tuongtac để xem.',
  denied:
    '{{contest}}\nFacebook không cho Trợ lý xem lượt tương tác của trang nữa. Xin báo người vận hành cấp lại quyền xem trang; trong lúc chờ, xin ghi số bằng /tuongtac.',
  unread:
    'Những phút cuối Trợ lý không tự xem được số trên Facebook ({{count}} bài): {{codes}}. Số được tính là số xem gần nhất trước đó.',
  frozenHow:
    'Chưa đủ số thì chưa công bố kết quả được. Nếu có ảnh chụp hoặc đường dẫn cho thấy số trước lúc chốt, xin ghi kèm giờ và ngày xem rồi gửi minh chứng, ví dụ: {{example}} lúc 20:00 15/9.',
} as const;
