import EventLog
import Kernel
@testable import Law

extension EventExamples {
    /// A statute with every part, and one of which nothing is known but its name.
    static func law() -> [any EventPayload] {
        let version = StatuteVersion(
            title: "演示条例",
            level: .localRegulation,
            enactments: [
                Enactment(on: "2020-01-02", kind: .adopted, text: "演示省人民代表大会常务委员会通过"),
                Enactment(on: "2020-03-01", kind: .effective, text: "施行"),
            ],
            inForceFrom: "2020-03-01",
            articles: [
                Article(number: 1, headings: ["第一章 总则"], paragraphs: [Paragraph("为了演示，制定本条例。")]),
                Article(
                    number: 2,
                    inserted: 1,
                    paragraphs: [
                        Paragraph(
                            "下列事项适用本条例：",
                            items: [Paragraph.Item(1, "第一项；", subitems: ["1.第一目"]), Paragraph.Item(2, "第二项。")]
                        )
                    ]
                ),
            ]
        )
        let bare = StatuteVersion(title: "演示办法", level: nil, enactments: [], inForceFrom: nil, articles: [])
        return [
            StatuteVersionImported(
                number: Open(1),
                version: Open(version),
                digest: Open("00ff"),
                source: Open("demo.md")
            ),
            StatuteRepealed(from: Open(day), ground: Open("演示省人民代表大会常务委员会决定")),
            StatuteVersionImported(number: Open(2), version: Open(bare), digest: Open("00ff"), source: Open("demo.md")),
        ]
    }
}
