import Casework
import EventLog
import HTML
import Kernel
import Participation
import WebServer

/// Five grades for the whole and for each indicator, and a few words.
struct RatingPage: Component {
    let site: HallSite
    let start: Crumb
    let address: String
    let caseAddress: String
    let number: String
    let item: String
    let typed: FormValues
    let errors: [FieldError]
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "评价办件",
            of: site,
            part: .follow,
            crumbs: [start, Crumb(number, to: caseAddress), Crumb("评价")]
        ) {
            p(.cssClass("hint")) { item }
            h1 { "评价办件" }
            p { "每个办件评价一次。不满意的，机关必须回访、整改并公开答复；分数直接公开，文字隐去个人信息后公开。" }
            ErrorSummary(errors)
            Panel("您的评价") {
                FormFrame(to: address, hidden: hidden) {
                    grades("grade", "总体评价")
                    for dimension in Rating.Dimension.allCases { grades(dimension.rawValue, dimension.chinese) }
                    TextArea(
                        FieldCaption("comment", label: "意见", hint: "不满意的请写明原因，至少 5 个字", errors: errors),
                        value: typed["comment"] ?? "",
                        rows: 4,
                        maxLength: 1_000
                    )
                    ButtonRow {
                        SubmitButton("提交评价")
                        LinkButton("返回办件", to: caseAddress, weight: .secondary)
                    }
                }
            }
        }
    }

    private func grades(_ name: String, _ label: String) -> any HTML {
        SelectField(
            FieldCaption(name, label: label, isRequired: true, errors: errors),
            choices: Rating.grades.reversed().map { Choice(String($0), "\($0) 星　\(Rating.chinese($0))") },
            chosen: typed[name].flatMap { $0.isEmpty ? nil : $0 }
        )
    }
}

/// On the page of a case: the way to rate it, or the rating and what became of it.
struct RatingPanel: Component {
    /// What is shown of the rating.
    enum Standing: Sendable {
        case open(address: String)
        case given(grade: Int, answerBy: String?, answer: RatingAnswer?)
    }

    let standing: Standing

    init?(_ followed: FollowedCase) {
        if let given = followed.rating.given {
            standing = .given(
                grade: given.grade.value,
                answerBy: given.answer?.day.chinese,
                answer: followed.rating.answer
            )
        } else if followed.state.mayBeRated {
            standing = .open(address: followed.address(of: .rate))
        } else {
            return nil
        }
    }

    var body: any HTML {
        Panel("评价") {
            switch standing {
            case .open(let address):
                p { "办得怎么样，请您评价；不满意的，机关必须回访和整改。" }
                ButtonRow { LinkButton("评价本办件", to: address, weight: .secondary) }
            case .given(let grade, let answerBy, let answer):
                p { "您的评价：\(grade) 星，\(Rating.chinese(grade))。" }
                if let answer {
                    DefinitionList([Definition("机关答复（\(answer.on)）") { Paragraphs(answer.answer) }])
                } else if let answerBy {
                    p { "机关最迟于\(answerBy)回访、整改并答复。" }
                }
            }
        }
    }
}

/// On the page of an item: how it was rated, drawn and in words, with the bad ratings and their answers.
struct RatingSection: Component {
    let summary: RatingSummary

    init(_ summary: RatingSummary) {
        self.summary = summary
    }

    var body: any HTML {
        if let mean = summary.mean {
            p { "\(summary.count) 人评价，平均 \(RatingSection.text(mean)) 星（满分 5 星）。" }
            BarChart(
                id: "rating-chart",
                heading: "各档评价的人数",
                points: Rating.grades.reversed().map { grade in
                    let count = summary.counts[grade] ?? 0
                    return ChartPoint(Rating.chinese(grade), Double(count), text: "\(count) 人")
                }
            )
            if summary.unanswered > 0 {
                p { "另有 \(summary.unanswered) 件差评正在回访和整改，答复后公开。" }
            }
            if !summary.answered.isEmpty {
                h3 { "差评和机关的答复" }
                ul(.cssClass("letters")) {
                    for answer in summary.answered {
                        li {
                            p { answer.comment }
                            p(.cssClass("hint")) { "机关答复（\(answer.on)）：\(answer.answer)" }
                        }
                    }
                }
            }
        } else {
            p(.cssClass("quiet")) { "还没有评价。办结后凭办件编号和查询码评价。" }
        }
    }

    /// One decimal, without a locale.
    static func text(_ mean: Double) -> String {
        let tenths = Int((mean * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
