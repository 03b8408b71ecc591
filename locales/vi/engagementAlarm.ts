export default {
  soon: '{{contest}}\nLượt tương tác chốt lúc {{freeze}}. Số ghi sau lúc ấy không được tính.',
  missing: 'Chưa có số ({{count}} bài): {{codes}}',
  stale: 'Số đã cũ hơn một ngày ({{count}} bài): {{codes}}',
  soonHow: 'Xin xem và ghi ngay, mỗi bài một dòng: {{example}}',
  frozen: '{{contest}}\nLượt tương tác đã chốt lúc {{freeze}}.',
  frozenAll:
    '{{contest}}\nLượt tương tác đã chốt lúc {{freeze}}: đủ số của {{count}} bài. Gõ /tuongtac để xem.',
  frozenHow:
    'Chưa đủ số thì chưa công bố kết quả được. Nếu có ảnh chụp hoặc đường dẫn cho thấy số trước lúc chốt, xin ghi kèm giờ và ngày xem rồi gửi minh chứng, ví dụ: {{example}} lúc 20:00 15/9.',
} as const;
