import HTML

/// What came with the draft at hand, the newest first; what a later fact cites again is named once.
struct DraftPapers: Component {
    /// The item's way, the newest fact first.
    let history: [ItemDeskPage.Fact]

    var body: any HTML {
        let facts = history.prefix { !$0.endsDraft }.filter { !$0.files.isEmpty }
        let newest = facts.enumerated().filter { index, fact in
            !facts.prefix(index).contains { $0.heading == fact.heading }
        }
        if !newest.isEmpty {
            h3 { "随附文件" }
            for (_, fact) in newest {
                p(.cssClass("hint")) { "\(fact.heading)，\(fact.time)" }
                CitedFilesList(files: fact.files)
            }
        }
    }
}
