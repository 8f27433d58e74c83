import Acting
import Catalog
import HTML

/// The drafts that wait for the legal office, one below the other with what they change, to be confirmed together.
struct BatchReviewPage: Component {
    struct Waiting: Sendable {
        let id: String
        /// The version of the item that is shown.
        let seen: Int
        let name: String
        let agencyName: String
        let adjustment: String
        let changes: [ItemComparison.Change]
        /// The item's way, the newest fact first.
        let history: [ItemDeskPage.Fact]
        let deadline: DeadlineChip?
    }

    /// What came of one item that was ticked.
    struct Outcome: Sendable {
        let id: String
        let name: String
        /// Why it was not confirmed; `nil` when it was.
        let refusal: String?
    }

    static let item = "item"
    static let opinion = "opinion"

    static func seen(_ id: String) -> String { "seen-\(id)" }

    let waiting: [Waiting]
    /// How many more there are than a page shows.
    let more: Int
    let outcomes: [Outcome]
    /// What was ticked, where the form comes back.
    let ticked: Set<String>
    let typedOpinion: String
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { "批量审核" }
        p(.cssClass("hint")) { "勾选没有疑义的事项一并确认，各自记录；有疑义的进入该事项逐项写明意见后退回。" }
        if !outcomes.isEmpty { report }
        ErrorSummary(errors)
        if waiting.isEmpty {
            EmptyState("没有待审核的事项") { p { a(.href(WorkspacePath.catalog)) { "返回权力目录" } } }
        } else {
            FormFrame(to: WorkspacePath.batchReview, hidden: hidden) {
                for entry in waiting { draft(entry) }
                if more > 0 { p(.cssClass("quiet")) { "另有 \(more) 项，办完这些后显示。" } }
                TextArea(
                    FieldCaption(BatchReviewPage.opinion, label: "审核意见", hint: "写入每个所选事项；可以不写"),
                    value: typedOpinion,
                    rows: 2,
                    maxLength: 500
                )
                ButtonRow { SubmitButton("确认：所选事项审核通过", weight: .primary) }
            }
        }
    }

    private func draft(_ entry: Waiting) -> any HTML {
        section(.cssClass("panel")) {
            div(.cssClass("case-line")) {
                Element("label", [.cssClass("choice")]) {
                    Element(
                        void: "input",
                        [
                            .type("checkbox"), .name(BatchReviewPage.item), .value(entry.id),
                            .checked(ticked.contains(entry.id)),
                        ]
                    )
                    strong { entry.name }
                }
                if let deadline = entry.deadline { deadline }
            }
            Element(
                void: "input",
                [.type("hidden"), .name(BatchReviewPage.seen(entry.id)), .value(String(entry.seen))]
            )
            p(.cssClass("quiet")) {
                "\(entry.agencyName)；\(entry.adjustment)　"
                a(.href(WorkspacePath.item(entry.id))) { "进入该事项" }
            }
            ItemChanges(changes: entry.changes, comments: nil)
            DraftPapers(history: entry.history)
        }
    }

    private var report: any HTML {
        let refused = outcomes.count { $0.refusal != nil }
        return AlertBox(
            "确认了 \(outcomes.count - refused) 项\(refused == 0 ? "" : "，\(refused) 项没有确认")",
            tone: refused == 0 ? .good : .caution
        ) {
            ul {
                for outcome in outcomes {
                    li {
                        a(.href(WorkspacePath.item(outcome.id))) { outcome.name }
                        outcome.refusal.map { "：\($0)" } ?? "：已确认"
                    }
                }
            }
        }
    }
}
