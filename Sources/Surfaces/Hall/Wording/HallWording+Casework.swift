import Casework
import Kernel
import Processes
import TimeLimits

extension HallWording {
    init(_ error: CaseworkError) {
        switch error {
        case .noSuchCase, .wrongQueryCode: self = .noSuchCase
        case .wrongStage(let expected, let found):
            let stages = expected.map(\.chinese).joined(separator: "或")
            self.init(409, "wrong_stage", "办件已进入其他阶段", "此操作应在“\(stages)”时进行，办件现为“\(found.chinese)”。")
        case .reasonsMissing(let field, let atLeast):
            self.init(422, "reasons_missing", "内容太短", "\(field)应至少 \(atLeast) 个字。", field: "reason")
        case .textTooLong(let field, let limit, let found):
            self.init(422, "text_too_long", "内容太长", "\(field)应不超过 \(limit) 个字，实为 \(found) 个字。", field: "reason")
        case .correctionIncomplete(let missing):
            self.init(
                422,
                "correction_incomplete",
                "补正尚未完成",
                "应逐项完成补正，尚缺：\(missing.joined(separator: "、"))。",
                field: "answered"
            )
        case .correctionUnknownMaterial(let name):
            self.init(422, "unknown_material", "没有这项材料", "补正内容应为告知书所列材料，实为“\(name)”。")
        case .materialMissing(let names):
            self.init(422, "material_missing", "材料不齐", "应提交全部必要材料，尚缺：\(names.joined(separator: "、"))。")
        case .answerMissing(let labels):
            self.init(422, "answer_missing", "表单未填完", "应填写全部必填项，尚缺：\(labels.joined(separator: "、"))。")
        case .answerNotAccepted(let field, let found):
            self.init(422, "answer_not_accepted", "填写内容不符合要求", "“\(field)”应符合该项的格式，实为“\(found.prefix(60))”。")
        case .onNegativeList(_, let entry):
            self.init(409, "on_negative_list", "负面清单禁止的项目不予办理", entry.refusal)
        case .followUp(let fault): self.init(fault)
        case .message(let fault): self.init(fault)
        case .recusal(let fault): self.init(fault)
        case .itemNotReady: self = .notOnline
        case .notOnApplication: self = .notOnline
        case .applicationNeeded, .clueDaysInvalid, .timeBarred, .documentUnexpected, .documentFieldUnknown,
            .documentFieldMissing, .documentRowsMissing, .documentBars, .discussion, .enforcedAtRest, .enforcement,
            .hearing,
            .merging,
            .handover, .dispute, .legalReview,
            .groundIsVerb,
            .evidenceMissing,
            .evidenceDayInvalid, .signatureInvalid,
            .collectorsMissing, .recordingFileMissing, .recordingTimeInvalid, .recordingStepUnknown, .sanctionFault,
            .notSimple, .hearingDue, .legalReviewDue, .listedReviewDue, .outcomeDemanded,
            .notEligible, .weighing, .notProposed, .heavierThanTold, .finedBefore,
            .paymentDayInvalid, .paymentShort, .performance, .holding, .assignedToOther, .assigneeUnchanged,
            .assistsOnly, .stepFree, .assistantsUnchanged, .nothingToRecall, .nextStepBegun, .nothingCorrected,
            .correctionChangesPenalty,
            .alreadyRevoked, .revocation, .voiding, .reopening, .noTransition, .noPermit, .alreadyCancelled,
            .cancellationGroundMissing,
            .receivedDayInvalid:
            self = .officersOnly
        case .notAnOfficer, .otherAgency, .notYourStep, .samePerson, .officersMissing, .recusalUndecided, .recused:
            self = .officersOnly
        case .notWaiting, .unknownOutcome, .groundNotListed, .expectedEndInvalid, .alreadySuspended, .notSuspended,
            .suspendedNoAct, .notMigrated, .noProlongationForeseen, .alreadyProlonged, .tooEarly, .validityReversed,
            .serviceDayInvalid, .returnNotPossible, .correctionEmpty, .detailsMissing, .transitionUndecided,
            .transitionEnds:
            self.init(409, "not_possible_now", "现在不能进行此操作", "办件当前的环节不允许此操作，请返回办件页面查看进展。")
        case .calendar(let error): self.init(error)
        }
    }

    static let notOwn = HallWording(
        404,
        "not_own",
        "没有这个办件",
        "您的账号中没有这个编号的办件或者来信。凭回执办理的，可以先用查询码归入账号。"
    )

    static let noSuchCase = HallWording(
        404,
        "no_such_case",
        "没有查到办件",
        "办件编号和查询码应与回执一致。请核对后重新输入；查询码不区分大小写。",
        field: "number"
    )

    static let notOnline = HallWording(
        409,
        "not_online",
        "暂不能在网上申请",
        "该事项暂不在网上受理，请按办事指南到现场办理。"
    )

    static let officersOnly = HallWording(403, "officers_only", "没有权限", "此操作由承办机关的工作人员进行。")

    init(_ error: TimeLimitError) {
        switch error {
        case .outsideCalendar, .outsideDays, .resumedBeforeStopped, .notPausable, .hoursNeedMoment, .yearsNotInRow:
            self.init(503, "calendar", "暂时无法计算期限", "工作日历不完整，本次操作没有生效。请稍后再试，或联系承办机关。")
        }
    }

    init(_ error: ProcessRefusal) {
        switch error {
        case .otherAgency, .notPublished, .alreadyPublished, .unlawful, .unknownDraft, .wrongDraftStage, .testCasesFail,
            .sameOfficer,
            .reasonMissing:
            self = .notOnline
        }
    }
}
