export default {
  entered: '{{contest}}\nLượt tương tác đã chốt. {{who}} vừa nhập thêm số:',
  proven: '{{contest}}\nLượt tương tác đã chốt. {{who}} vừa gửi minh chứng cho số nhập sau khi chốt:',
  line: '{{code}}: {{likes}} lượt thích, {{shares}} lượt chia sẻ, ghi là xem lúc {{at}}.',
  photo: 'Minh chứng: ảnh chụp.',
  link: 'Minh chứng: {{url}}.',
  noProof: 'Chưa có minh chứng.',
  counts: 'Số này được tính.',
  late: 'Số này được tính.',
  needsProof: 'Số này chưa được tính.',
  outweighed: 'Số này không được tính, vì đã có số ghi trong giờ cuối trước lúc chốt.',
  afterFreeze: 'Số này không được tính, vì xem sau lúc chốt.',
} as const;
