import Kernel
import Publicity

extension DecisionPage {
    /// The fields of the official list of the decision's category, in its order.
    init(_ entry: PublicRecord.Entry, _ chain: [PermitLink], site: HallSite, today: Day) {
        self.init(
            site: site,
            title: entry.decision.documentNumber,
            item: Link(name: entry.decision.itemName, address: HallPath.item(entry.decision.item)),
            facts: PublishedField.shown(entry, on: today).map { Fact(name: $0.name, value: $0.value) },
            corrections: entry.corrections.map { "\($0.on.chinese)更正：\($0.reason)" },
            review: entry.review.map { review in
                "公开前已由其他工作人员审核：\(review.proposedOn.chinese)提请，\(review.reviewedOn.chinese)审核通过。"
            },
            chain: chain.map { neighbor in
                let number = neighbor.documentNumber
                return (neighbor.relation, Link(name: number, address: HallPath.decision(number)))
            },
            notice: nil
        )
    }

    /// What was public and is not any more, with the reason in its place.
    init(
        site: HallSite,
        _ number: String,
        withdrawn day: Day,
        _ ground: WithdrawalGround,
        _ reason: String,
        _ overturning: Overturning?
    ) {
        var lines = ["\(day.chinese)撤下。原因：\(ground.chinese)。\(reason)"]
        if let overturning {
            lines.append("\(overturning.on.chinese)，\(overturning.by)作出\(overturning.document)。")
            lines.append(
                day <= overturning.withdrawBy
                    ? "已在三个工作日内（至\(overturning.withdrawBy.chinese)）撤下。"
                    : "超过应当撤下的期限（\(overturning.withdrawBy.chinese)）。"
            )
        }
        self.init(
            site: site,
            title: number,
            item: nil,
            facts: [],
            corrections: [],
            review: nil,
            notice: Notice(heading: "该公示已撤下", lines: lines)
        )
    }

    init(site: HallSite, _ number: String, ended day: Day, _ reason: String?) {
        let line = reason.map { "\(day.chinese)提前停止公示。\($0)" } ?? "公示期到\(day.chinese)为止，已经期满。"
        self.init(
            site: site,
            title: number,
            item: nil,
            facts: [],
            corrections: [],
            review: nil,
            notice: Notice(heading: "公示已经结束", lines: [line])
        )
    }
}
