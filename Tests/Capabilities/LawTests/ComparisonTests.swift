import Law
import Testing

@Suite("Two versions of a statute beside each other")
struct ComparisonTests {
    private static func articles(_ texts: [(Int, String)]) -> [Article] {
        texts.map { Article(number: $0.0, paragraphs: [Paragraph($0.1)]) }
    }

    private static func told(_ comparison: StatuteComparison) -> [String] {
        comparison.changes.map { change in
            let numbers = [change.older, change.newer].map { $0.map(\.key) ?? "–" }
            return "\(numbers[0])→\(numbers[1]) \(change.kind.chinese)"
        }
    }

    @Test(
        "an article is followed by its words, not by its number",
        arguments: [
            ([(1, "放飞风筝应当取得许可。")], [(1, "放飞风筝应当取得许可。")], ["1→1 未变"]),
            ([(1, "放飞风筝应当取得许可。")], [(1, "放飞大型风筝应当取得许可。")], ["1→1 修改"]),
            // One article is inserted in front: the rest only moves.
            (
                [(1, "放飞风筝应当取得许可。"), (2, "本法自公布之日起施行。")],
                [(1, "为了空中安全，制定本法。"), (2, "放飞风筝应当取得许可。"), (3, "本法自公布之日起施行。")],
                ["–→1 新增", "1→2 条序调整", "2→3 条序调整"]
            ),
            // The number of what was repealed is taken by what followed it.
            (
                [(1, "放飞风筝应当取得许可。"), (2, "收取风筝费。"), (3, "本法自公布之日起施行。")],
                [(1, "放飞风筝应当取得许可。"), (2, "本法自公布之日起施行。")],
                ["1→1 未变", "2→– 删去", "3→2 条序调整"]
            ),
            // Other words under an old number are another article.
            ([(1, "放飞风筝应当取得许可。")], [(1, "船舶依照本办法登记。")], ["–→1 新增", "1→– 删去"]),
            // It moved and was amended at once.
            (
                [(1, "放飞风筝应当取得许可。")], [(1, "船舶依照本办法登记。"), (2, "放飞大型风筝应当取得许可。")],
                ["–→1 新增", "1→2 修改"]
            ),
            ([], [(1, "放飞风筝应当取得许可。")], ["–→1 新增"]),
        ] as [([(Int, String)], [(Int, String)], [String])]
    )
    func following(older: [(Int, String)], newer: [(Int, String)], expected: [String]) {
        let comparison = StatuteComparison(
            from: ComparisonTests.articles(older),
            to: ComparisonTests.articles(newer)
        )
        #expect(ComparisonTests.told(comparison) == expected)
    }

    @Test("every article of both versions is told once")
    func complete() {
        let older = ComparisonTests.articles((1...60).map { ($0, "第\($0)项事务由主管部门按照职责\($0)分工负责。") })
        let newer = Array(older.dropFirst(7)).enumerated().map { place, article in
            Article(number: place + 1, paragraphs: article.paragraphs)
        }
        let comparison = StatuteComparison(from: older, to: newer)
        #expect(Set(comparison.changes.compactMap(\.older?.key)).count == older.count)
        #expect(Set(comparison.changes.compactMap(\.newer?.key)).count == newer.count)
        #expect(comparison.count(.moved) == 53)
        #expect(comparison.count(.repealed) == 7)
    }

    @Test(
        "the words that changed are told apart from those that stayed",
        arguments: [
            ("二十日内", "十日内", [.removed("二"), .kept("十日内")]),
            ("应当取得许可", "可以取得许可", [.removed("应当"), .added("可以"), .kept("取得许可")]),
            ("", "新", [.added("新")]),
            ("旧", "", [.removed("旧")]),
            ("同", "同", [.kept("同")]),
            ("", "", []),
        ] as [(String, String, [TextDifference.Piece])]
    )
    func words(older: String, newer: String, pieces: [TextDifference.Piece]) {
        #expect(TextDifference(from: older, to: newer).pieces == pieces)
    }
}
