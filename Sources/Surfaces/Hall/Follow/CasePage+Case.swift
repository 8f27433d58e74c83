import BlobStore
import Casework
import HTML
import Kernel

extension CasePage {
    /// Puts a case into the words of its page.
    init(_ followed: FollowedCase, parts: HallParts, messages: [AlertBox]) {
        let item = followed.opening.item
        let number = followed.summary.number
        self.init(
            site: parts.site,
            way: followed.way,
            address: followed.address,
            number: number,
            item: item.name,
            itemAddress: HallPath.item(item.code),
            agency: item.agencyName,
            stage: Badge(followed.state.stage.name),
            deadline: CaseDeadline(calendar: parts.calendar, today: parts.today).chip(of: followed.state),
            delayReason: followed.delayReason,
            correction: followed.openNotice.map { notice in
                Correction(
                    notifiedOn: notice.notifiedOn.chinese,
                    points: notice.points.map { "\($0.material)（\($0.kind.chinese)）：\($0.explanation)" },
                    address: followed.address(of: .supplement)
                )
            },
            decision: followed.state.decision.map(Verdict.init),
            payment: PaymentPanel(followed, in: parts.calendar),
            documents: followed.ownDocuments.map { place, document in
                DocumentLink(
                    name: document.name,
                    number: document.number,
                    issuedOn: document.issuedOn.description,
                    address: document.file.map { _ in followed.address(ofDocument: place) }
                )
            },
            timeline: CaseTimeline(process: followed.process, agency: item.agencyName).entries(of: followed),
            chart: ChartSection(followed, parts),
            submitted: CasePage.submitted(followed),
            conversation: CaseMessagesPanel(
                conversation: followed.conversation,
                side: followed.side,
                address: followed.address(of: .messages)
            ),
            withdrawAddress: followed.mayWithdraw ? followed.address(of: .withdraw) : nil,
            recusalAddress: followed.mayAskForRecusal ? followed.address(of: .recusal) : nil,
            permit: followed.way.isRespondent ? nil : PermitPanel(followed, on: parts.today),
            rating: followed.way.isRespondent ? nil : RatingPanel(followed),
            complaintAddress: HallPath.newLetter(
                "complaint",
                item: followed.way.isRespondent ? item.code : nil,
                caseFile: followed.way.isRespondent ? nil : (number, followed.way.codeText)
            ),
            messages: messages
        )
    }

    private static func submitted(_ followed: FollowedCase) -> [Definition] {
        // The other party is served a copy of the application; what of it is the applicant's alone stays out of here.
        guard !followed.way.isRespondent else {
            return [Definition("申请书", "申请书副本和证据材料已随《\(CaseFile.respondentNotice)》送达")]
        }
        guard let submission = followed.state.submission else { return [Definition("提交内容", "个人信息已依法删除")] }
        let answers = submission.answers.map { Definition($0.label, $0.value.isEmpty ? "（未填）" : $0.value) }
        let files = submission.materials.enumerated().map { index, material in
            Definition(material.material) {
                if material.isOnPaper == true { p { "纸质材料，窗口已收" } }
                for (place, file) in material.attachments.enumerated() {
                    let words = "\(file.name)（\(FileSize.text(file.size))）"
                    if followed.way.isOwn, file.stored != nil {
                        p { a(.href(HallPath.ownFile(followed.summary.number, index + 1, place + 1))) { words } }
                    } else {
                        p { words }
                    }
                }
            }
        }
        return answers + files
    }
}

extension CasePage.Verdict {
    init(_ decision: Decision) {
        kind = decision.summary
        isGranted = decision.kind == .granted
        number = decision.number
        decidedOn = decision.decidedOn.chinese
        content = decision.content
        reasons = decision.reasons.isEmpty ? nil : decision.reasons
        switch (decision.validFrom, decision.validThrough) {
        case (.some(let from), .some(let through)): validity = "\(from.chinese)至\(through.chinese)"
        case (.some(let from), nil): validity = "\(from.chinese)起"
        case (nil, .some(let through)): validity = "至\(through.chinese)"
        case (nil, nil): validity = nil
        }
    }
}

extension Badge {
    init(_ stage: Stage.Name) {
        let tone: Tone =
            switch stage {
            case .intake, .inquiry, .examination: .active
            case .correction, .suspended: .caution
            case .decided, .closed: .neutral
            }
        self.init(stage.chinese, tone: tone)
    }
}
