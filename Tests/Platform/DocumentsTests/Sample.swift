import Documents
import Kernel

/// Content for tests: invented, and about nobody.
enum Sample {
    static let paragraph = """
        你单位提交的申请材料齐全，符合规定的条件。经审查，现决定准予，有效期自二〇二六年三月二日起至二〇三一年三月一日止。\
        请于收到本决定之日起十个工作日内，持有效证件到政务服务中心领取（地址：示范路100号，电话：0000-1234567）。
        """

    static func notice(paragraphs: Int = 2, rows: Int = 6) -> DocumentContent {
        DocumentContent(
            metadataTitle: "准予决定书",
            created: Instant("2026-03-02", hour: 9),
            blocks: [
                .letterhead(Letterhead(form: .letter, name: "示范市演示区教育局", number: "演教许准〔2026〕18号")),
                .title("准予许可决定书"),
                .addressee("示范学校："),
                .paragraph(Array(repeating: paragraph, count: paragraphs).joined(separator: "\n")),
                .heading("一、许可内容"),
                .table(
                    .definitions([
                        (term: "许可事项", value: "民办学校的设立"), (term: "许可证编号", value: "151160270000018"),
                        (term: "办学地址", value: "示范市演示区示范路100号（演示数据）"),
                    ])
                ),
                .heading("二、材料清单"),
                .table(
                    DocumentTable(
                        columns: [
                            DocumentTable.Column(title: "序号", share: 1), DocumentTable.Column(title: "材料名称", share: 5),
                            DocumentTable.Column(title: "份数", share: 1),
                        ],
                        rows: (0..<rows).map { ["\($0 + 1)", "示范材料（第\($0 + 1)份）及其附件，按规定签字盖章", "1"] }
                    )
                ),
                .heading("三、权利与救济"),
                .numberedList(["可以在六十日内申请行政复议；", "可以在六个月内依法提起行政诉讼。"]),
                .signature(
                    SignatureBlock(
                        agency: "示范市演示区教育局",
                        day: "2026-03-02",
                        seal: Seal(agency: "示范市演示区教育局", mark: "演示用章")
                    )
                ),
                .code(payload: "https://example.org/v/YS-8F3K2M", caption: "扫码核验本文书\n查询码 YS-8F3K2M"),
            ]
        )
    }

    static func plain(_ blocks: [DocumentBlock]) -> DocumentContent {
        DocumentContent(metadataTitle: "样张", created: Instant("2026-03-02"), blocks: blocks)
    }
}
