package import Casework
import Catalog
import Kernel
package import Processes
import RuleTables
import Sanctions
import TimeLimits

extension Wording {
    /// Words a refusal of casework; `definition` gives steps and posts their names.
    package init(_ refusal: CaseworkError, in definition: ProcessDefinition? = nil) {
        let names = ProcessNames(definition: definition)
        switch refusal {
        case .noSuchCase(let id): self.init(404, "case.unknown", "没有编号为“\(id)”的办件")
        case .notAnOfficer: self.init(403, "case.notAnOfficer", "办理人应为在岗执法人员，实为其他身份", article: "聊政办发〔2017〕74号")
        case .otherAgency(let agency): self.init(403, "case.otherAgency", "办理机关应为\(agency)，实为其他机关", article: "行政许可法§22")
        case .notWaiting(let step, let waiting):
            self.init(
                409,
                "case.notWaiting",
                "当前环节应为“\(names.step(step))”，实为\(waiting.isEmpty ? "已无待办环节" : waiting.map { "“\(names.step($0))”" }.joined(separator: "、"))"
            )
        case .unknownOutcome(let step, let outcome):
            self.init(422, "case.unknownOutcome", "环节“\(names.step(step))”没有“\(outcome)”这一办理结果")
        case .wrongStage(let expected, let found):
            self.init(
                409,
                "case.wrongStage",
                "办件状态应为\(expected.map(\.chinese).joined(separator: "或者"))，实为\(found.chinese)"
            )
        case .notYourStep(let step, let post):
            self.init(
                403,
                "case.notYourStep",
                "环节“\(names.step(step))”应由“\(names.post(post))”办理，实为其他岗位",
                article: "国办发〔2005〕37号"
            )
        case .recusalUndecided(let step, _):
            self.init(
                403,
                "case.recusalUndecided",
                "“\(names.step(step))”应由无须回避的人员办理，实为回避申请尚未决定",
                article: "行政处罚法§43"
            )
        case .recused:
            self.init(403, "case.recused", "办理人应为无须回避的人员，实为已决定回避", article: "行政处罚法§43")
        case .samePerson(_, let earlier):
            self.init(
                403,
                "case.samePerson",
                "本环节与“\(names.step(earlier))”应由不同人员办理，实为同一人",
                article: "国办发〔2005〕37号（承办、审核、批准分离）"
            )
        case .officersMissing(_, let required, let found):
            self.init(
                422,
                "case.officersMissing",
                "办理人员应为\(required)人以上，实为\(found)人",
                article: "行政许可法§34、§55",
                field: "companions"
            )
        case .reasonsMissing(let field, let atLeast):
            self.init(
                422,
                "case.reasonsMissing",
                "“\(field)”应为不少于\(atLeast)个字，实为不足",
                article: Wording.reasonsArticle(field),
                field: Wording.fieldKey(field)
            )
        case .correctionEmpty:
            self.init(422, "case.correctionEmpty", "需要补正的内容应为一项以上，实为没有", article: "行政许可法§32(四)", field: "kind-0")
        case .correctionUnknownMaterial(let material):
            self.init(422, "case.correctionUnknownMaterial", "补正的材料应为本事项的申请材料，实为“\(material)”")
        case .correctionIncomplete(let missing):
            self.init(
                422,
                "case.correctionIncomplete",
                "补正应为告知书所列全部内容，实为缺少\(missing.joined(separator: "、"))",
                article: "行政许可法§32(五)"
            )
        case .materialMissing(let names):
            self.init(422, "case.materialMissing", "申请材料应为齐全，实为缺少\(names.joined(separator: "、"))", article: "行政许可法§31")
        case .answerMissing(let labels):
            self.init(422, "case.answerMissing", "申请内容应为填写完整，实为未填\(labels.joined(separator: "、"))", article: "行政许可法§29")
        case .answerNotAccepted(let field, let found):
            self.init(422, "case.answerNotAccepted", "“\(field)”应为表单要求的内容，实为“\(found.prefix(40))”")
        case .itemNotReady(let item):
            self.init(409, "case.itemNotReady", "事项“\(item)”应为时限、机关、流程填报完整，实为不完整", article: "川办发〔2011〕45号")
        case .groundNotListed(let ground, let step):
            self.init(
                422,
                "case.groundNotListed",
                "暂停计时的事由应为环节“\(names.step(step))”所列事由，实为\(ground.chinese)",
                article: "行政许可法§45",
                field: "ground"
            )
        case .expectedEndInvalid(let day):
            self.init(
                422,
                "case.expectedEndInvalid",
                "预计结束日期应为今日以后，实为\(day)",
                article: "行政许可法§45",
                field: "expectedEnd"
            )
        case .alreadySuspended(let since):
            self.init(409, "case.alreadySuspended", "计时应为正在进行，实为自\(since)起已暂停", article: "行政许可法§45")
        case .notSuspended: self.init(409, "case.notSuspended", "计时应为已暂停，实为正在进行")
        case .suspendedNoAct(let since):
            self.init(409, "case.suspendedNoAct", "办理时计时应为正在进行，实为自\(since)起已暂停，请先恢复计时", article: "行政许可法§45")
        case .noProlongationForeseen:
            self.init(409, "case.noProlongation", "本事项的流程应为规定可以延长，实为没有规定", article: "行政许可法§42")
        case .alreadyProlonged: self.init(409, "case.alreadyProlonged", "延长应为一次为限，实为已延长过", article: "行政许可法§42")
        case .tooEarly(_, let notBefore, let source):
            self.init(409, "case.tooEarly", "办理日期应为\(notBefore)或者以后，实为提前；当事人行使权利的期间尚未届满", article: source)
        case .validityReversed(let from, let through):
            self.init(422, "case.validityReversed", "有效期止应为\(from)或者以后，实为\(through)", field: "validThrough")
        case .receivedDayInvalid(let day, let earliest):
            self.init(
                422,
                "case.receivedDayInvalid",
                "收件日期应为\(earliest)至今日之间，实为\(day)",
                article: "行政许可法§32",
                field: "receivedOn"
            )
        case .serviceDayInvalid(let day):
            self.init(
                422,
                "case.serviceDayInvalid",
                "送达日期应为决定之日起至今日之间，实为\(day)",
                article: "行政许可法§44",
                field: "servedOn"
            )
        case .returnNotPossible(let from, let to):
            self.init(
                409,
                "case.returnNotPossible",
                "退回的环节应为“\(names.step(from))”之前已办结的环节，实为“\(names.step(to))”",
                article: "行政许可法§8（对外已生效的行为不得内部撤回）"
            )
        case .detailsMissing(let what):
            self.init(422, "case.detailsMissing", "办理内容应为含有“\(what)”，实为没有", field: Wording.fieldKey(what))
        case .wrongQueryCode: self.init(403, "case.wrongQueryCode", "查询码应为回执所载，实为不符")
        case .calendar(let fault): self.init(fault)
        case .applicationNeeded(let item):
            self.init(409, "case.applicationNeeded", "“\(item)”应为依申请办理，实为由机关自行立案")
        case .notOnApplication(let item):
            self.init(409, "case.notOnApplication", "“\(item)”应为机关依职权办理，实为提出申请")
        case .clueDaysInvalid(let first, let last):
            self.init(
                422,
                "case.clueDaysInvalid",
                "行为发生和终了日期应为先后相接且不晚于今日，实为\(first)至\(last)",
                field: "happenedOn"
            )
        case .timeBarred(let lastDay, let years):
            self.init(
                409,
                "case.timeBarred",
                "违法行为应在\(years)年内（至\(lastDay)）被发现，实为逾期，不再给予行政处罚",
                article: "行政处罚法§36"
            )
        case .documentUnexpected(let name): self.init(PaperRefusal.unexpected(name))
        case .documentFieldUnknown(let document, let field):
            self.init(PaperRefusal.fieldUnknown(document: document, field: field))
        case .documentFieldMissing(let document, let field, let source):
            self.init(PaperRefusal.fieldMissing(document: document, field: field, source: source))
        case .documentRowsMissing(let document, let field, let atLeast, let found):
            self.init(PaperRefusal.rowsMissing(document: document, field: field, atLeast: atLeast, found: found))
        case .documentBars(let document, let field, let found, let source):
            self.init(PaperRefusal.bars(document: document, field: field, found: found, source: source))
        case .evidenceMissing:
            self.init(409, "case.evidenceMissing", "认定违法事实应有一项以上证据，实为没有", article: "行政处罚法§40、§46")
        case .evidenceDayInvalid(let day):
            self.init(422, "case.evidenceDayInvalid", "取得日期应为今日或者以前，实为\(day)", field: "obtainedOn")
        case .signatureInvalid(let name):
            self.init(
                422,
                "case.signatureInvalid",
                "现场笔录的签名应有签名图，或者写明拒绝签名的情况，笔录文字应与签名时一致，实为“\(name.prefix(60))”不符",
                article: "行政强制法§18(八)"
            )
        case .collectorsMissing(let found):
            self.init(
                422,
                "case.collectorsMissing",
                "收集证据应由2人以上进行，实为\(found)人",
                article: "行政处罚法§42",
                field: "companions"
            )
        case .recordingFileMissing:
            self.init(
                422,
                "case.recordingFileMissing",
                "音像记录应有一个以上文件，实为没有",
                article: "国办发〔2018〕118号",
                field: "files"
            )
        case .recordingTimeInvalid(let start, let minutes):
            self.init(
                422,
                "case.recordingTimeInvalid",
                "记录应开始于现在以前、时长在24小时以内，实为\(start.day)开始、\(minutes)分钟",
                field: "startedAt"
            )
        case .recordingStepUnknown(let step):
            self.init(422, "case.recordingStepUnknown", "记录应属于已办或者待办的环节，实为“\(step.text)”", field: "step")
        case .sanctionFault(let fault): self.init(fault)
        case .notSimple(let bar): self.init(bar)
        case .hearingDue(let sanction, let answer):
            self.init(
                409,
                "case.hearingDue",
                "“\(sanction.chinese)”应告知听证权利（\(answer.ground)），实为本流程没有听证环节；应按听证程序流程办理",
                article: "行政处罚法§63",
                field: "kind-0"
            )
        case .legalReviewDue(let answer):
            self.init(
                409,
                "case.legalReviewDue",
                "作出决定前应经法制审核通过（\(answer.ground)），实为没有",
                article: "行政处罚法§58"
            )
        case .listedReviewDue(let ground, let version, let isForeseen):
            self.init(
                409,
                "case.listedReviewDue",
                "作出决定前应经法制审核通过（本机关法制审核目录清单第\(version)版：\(ground)），实为没有"
                    + (isForeseen ? "" : "；本流程没有法制审核环节，应先改按有该环节的流程办理"),
                article: "国办发〔2018〕118号"
            )
        case .outcomeDemanded(let outcome, let answer):
            self.init(
                409,
                "case.outcomeDemanded",
                "按\(answer.use.chinese)应选“\(outcome.name)”（\(answer.ground)）",
                article: answer.use.source,
                field: "outcome"
            )
        case .notEligible(let verdict):
            self.init(
                409,
                "case.notEligible",
                "准予应以申请符合条件为前提，按申请表所填实为不符合（\(verdict.ground)）；所填有误的，先由申请人补正",
                article: "行政许可法§38",
                field: "content"
            )
        case .weighing(let refusal): self.init(refusal)
        case .discussion(let fault): self.init(fault)
        case .enforcedAtRest(let moment):
            self.init(
                409,
                "case.enforcedAtRest",
                "强制执行应在夜间（22时至次日6时）和法定节假日以外实施，实为\(moment.minuteText)；情况紧急的应在执行记录中说明",
                article: "行政强制法§43"
            )
        case .merging(let fault): self.init(fault)
        case .handover(let fault): self.init(fault)
        case .legalReview(let fault): self.init(fault)
        case .recusal(let fault): self.init(fault)
        case .dispute(let fault): self.init(fault)
        case .message(let fault): self.init(fault)
        case .followUp(let fault): self.init(fault)
        case .voiding(let fault): self.init(fault)
        case .reopening(let fault): self.init(fault)
        case .groundIsVerb(let verb):
            self.init(
                422,
                "case.groundIsVerb",
                "终止事由应为没有其他办理方式的情形，实为应当以“\(verb.chinese)”办理的情形",
                article: verb.rule.sources.first.map(\.description) ?? "",
                field: "ground"
            )
        case .notProposed:
            self.init(409, "case.notProposed", "作出处罚前应已告知拟作出的处罚，实为没有", article: "行政处罚法§44")
        case .heavierThanTold(let excess): self.init(excess)
        case .finedBefore(let number):
            self.init(409, "case.finedBefore", "同一违法行为不得给予两次以上罚款，实为已由\(number)罚款", article: "行政处罚法§29")
        case .onNegativeList(let field, let entry):
            self.init(
                409,
                "case.onNegativeList",
                "“\(field)”应在负面清单禁止的范围之外，实为“\(entry.category)”（\(entry.measure)，\(entry.basis)）",
                article: "国发〔2015〕55号"
            )
        case .transitionUndecided(let fallen):
            self.init(
                409,
                "case.transitionUndecided",
                "对外行为应有现行依据或者过渡决定，实为\(fallen.map(\.chinese).joined(separator: "；"))，还没有过渡决定",
                article: "立法法§104、行政处罚法§37、行政许可法§8"
            )
        case .transitionEnds:
            self.init(409, "case.transitionEnds", "过渡决定为不再办理的，应终止办件，实为其他对外行为", article: "行政许可法§70")
        case .noTransition: self.init(409, "case.noTransition", "过渡决定应在事项取消或者依据失效之后作出，实为没有，或者已经作出")
        case .paymentDayInvalid(let day):
            self.init(422, "case.paymentDayInvalid", "缴款日期应为决定之日起至今日之间，实为\(day)", field: "paidOn")
        case .performance(let fault): self.init(fault)
        case .holding(let fault): self.init(fault)
        case .enforcement(let fault): self.init(fault)
        case .hearing(let fault): self.init(fault)
        case .paymentShort(let expected, let found):
            self.init(
                422,
                "case.paymentShort",
                "缴款应为\(expected.grouped)元以上，实为\(found.grouped)元",
                article: "行政处罚法§66、§67",
                field: "amount"
            )
        case .assignedToOther(let step, _):
            self.init(
                409,
                "case.assignedToOther",
                "环节“\(names.step(step))”应由被分派的人员办理，实为其他人员；可以请审核、批准岗位重新分派",
                article: "国办发〔2005〕37号"
            )
        case .assigneeUnchanged(let step):
            self.init(422, "case.assigneeUnchanged", "接办人应为另一人员，实为“\(names.step(step))”现在的承办人", field: "giving")
        case .stepFree(let step):
            self.init(
                409,
                "case.stepFree",
                "退回待办的环节应为已有承办人，实为“\(names.step(step))”无人承办",
                article: "国办发〔2005〕37号"
            )
        case .assistsOnly:
            self.init(
                403,
                "case.assistsOnly",
                "办理环节的应为协办人以外的人员，实为协办人；协办人只参加收集证据",
                article: "国办发〔2005〕37号",
                field: "added"
            )
        case .assistantsUnchanged:
            self.init(422, "case.assistantsUnchanged", "应增加尚未协办的人员或者减去协办人，实为没有变化", field: "added")
        case .nothingToRecall:
            self.init(
                409,
                "case.nothingToRecall",
                "撤回的应为本人刚办结的环节，实为没有这样的环节",
                article: "国办发〔2018〕118号"
            )
        case .nextStepBegun(let step, let done):
            self.init(
                409,
                "case.nextStepBegun",
                "撤回“\(names.step(done))”时下一环节应为尚未开始，实为“\(names.step(step))”已有人办理；可以请其退回",
                article: "国办发〔2018〕118号"
            )
        case .nothingCorrected: self.init(422, "case.nothingCorrected", "更正后的内容应为与原内容不同，实为相同", field: "content")
        case .correctionChangesPenalty(let sanctions):
            self.init(
                409,
                "case.correctionChangesPenalty",
                "更正应为保留原处罚“\(sanctions.chinese)”，实为改变了处罚；应重新作出决定",
                article: "行政处罚法§75",
                field: "content"
            )
        case .alreadyRevoked(let day): self.init(409, "case.alreadyRevoked", "决定应为有效，实为已于\(day)撤销或者撤回")
        case .revocation(let fault): self.init(fault)
        case .noPermit: self.init(409, "case.noPermit", "注销的应为准予的行政许可，实为没有", article: "行政许可法§70")
        case .alreadyCancelled(let day):
            self.init(409, "case.alreadyCancelled", "许可应为尚未注销，实为已于\(day)注销", article: "行政许可法§70")
        case .cancellationGroundMissing(let ground, let last):
            self.init(
                409,
                "case.cancellationGroundMissing",
                "注销事由应为“\(ground.chinese)”，实为\(ground == .revoked ? "决定没有撤销" : "有效期至\(last?.description ?? "长期")")",
                article: ground.source.description,
                field: "ground"
            )
        case .notMigrated(let bar): self.init(bar, in: definition)
        case .textTooLong(let field, let limit, let found):
            self.init(
                422,
                "case.textTooLong",
                "“\(field)”应为不超过\(limit)个字，实为\(found)个字",
                field: Wording.fieldKey(field)
            )
        }
    }
}
