package import Casework
import Kernel
package import Processes
import WorkflowEngine

extension Wording {
    /// Words why a case does not go over; `definition` is the version it runs under, `other` the other one.
    package init(_ bar: MigrationBar, in definition: ProcessDefinition? = nil, or other: ProcessDefinition? = nil) {
        switch bar {
        case .noSuchPlan: self.init(404, "migration.noSuchPlan", "没有这份迁移方案")
        case .process(let refusal): self.init(refusal, ProcessNames(definition: definition, other: other))
        case .planDeclined: self.init(409, "migration.declined", "迁移方案应为待办，实为已被否决")
        case .ownPlan: self.init(403, "migration.ownPlan", "迁移应由提出人以外的法制机构人员审核办理，实为提出人本人")
        case .planCases(let limit, let found):
            self.init(422, "migration.cases", "应选择1至\(limit)件办件，实为\(found)件", field: "case")
        case .notInPlan: self.init(409, "migration.notInPlan", "办件应在本方案中并按本方案迁移过，实为不是")
        case .otherVersion(let expected, let found):
            self.init(409, "migration.otherVersion", "办件应按第\(expected.version)版办理，实为第\(found.version)版")
        case .promiseBroken(let promised):
            self.init(
                409,
                "migration.promise",
                "目标版本应能在本件承诺的\(promised.chinese)内办结，实为不能",
                article: "优化营商环境条例§36"
            )
        case .mustStay: self.init(409, "migration.mustStay", "等待当事人或者暂停计时期间，办件应停留在原环节，实为要换环节")
        }
    }

    private init(_ refusal: ProcessMigration.Refusal, _ names: ProcessNames) {
        switch refusal {
        case .otherProcess: self.init(409, "migration.otherProcess", "两版应为同一流程，实为不同流程")
        case .sameVersion(let version): self.init(409, "migration.sameVersion", "应为另一版流程，实为同一版（第\(version)版）")
        case .otherCategory(let category):
            self.init(409, "migration.otherCategory", "新版类别应与原版相同，实为\(category.chinese)")
        case .otherKind(let step, let kind):
            self.init(409, "migration.otherKind", "“\(names.step(step))”对应的环节应为同一性质，实为\(kind.chinese)")
        case .otherEffect(let step, _):
            self.init(409, "migration.otherEffect", "“\(names.step(step))”已有的办理结果应有同样的法律效果，实为不同")
        case .run(let refusal): self.init(refusal, names)
        }
    }

    private init(_ refusal: MigrationRefusal, _ names: ProcessNames) {
        switch refusal {
        case .notRunning: self.init(409, "migration.notRunning", "办件应为正在办理，实为已经结束")
        case .unknownNode(let node): self.init(422, "migration.unknownNode", "对应的环节“\(names.step(node))”应在所属版本中，实为没有")
        case .merged(let node): self.init(422, "migration.merged", "每个环节应对应不同的环节，实为两个对应到“\(names.step(node))”")
        case .unmapped(let node):
            self.init(409, "migration.unmapped", "“\(names.step(node))”已经办到，应指明对应的环节，实为目标版本中没有")
        case .lost(let node):
            self.init(
                409,
                "migration.lost",
                "“\(names.step(node))”已经办结并有对外效力或者调查、听取意见的结果，应予保留，实为目标版本中没有",
                article: "行政许可法§8、§48"
            )
        case .outcomeGone(let node, _):
            self.init(409, "migration.outcomeGone", "“\(names.step(node))”已有的办理结果应在目标版本中，实为没有")
        case .outOfOrder(let node, let waiting):
            let first = waiting.map { "“\(names.step($0))”" }.joined(separator: "、")
            self.init(
                409,
                "migration.outOfOrder",
                "按目标版本，“\(names.step(node))”之前应先办\(first)，实为已经办过，不能跳过或者倒置"
            )
        case .returnNotPossible(_, let to):
            self.init(409, "migration.return", "曾退回“\(names.step(to))”，目标版本应允许，实为不允许")
        case .wouldEnd: self.init(409, "migration.wouldEnd", "按目标版本应仍有待办环节，实为已到终点；应按原版办结")
        case .dutyLost(let node):
            self.init(
                409,
                "migration.dutyLost",
                "“\(names.step(node))”是对当事人的义务，应仍须办理，实为目标版本中不再经过",
                article: "行政许可法§36、§47"
            )
        case .awaitsAnswer(let node):
            self.init(409, "migration.awaitsAnswer", "“\(names.step(node))”应已有子流程或者外部的结果，实为还在等待")
        case .votesCast(let node): self.init(409, "migration.votesCast", "“\(names.step(node))”的会签规则应相同，实为不同且已有人会签")
        case .timerLost(let node): self.init(409, "migration.timerLost", "“\(names.step(node))”的计时应继续，实为目标版本中没有")
        case .timerUnset(let node): self.init(409, "migration.timerUnset", "“\(names.step(node))”的计时应已开始，实为没有起点")
        }
    }
}
