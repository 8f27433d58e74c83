import Access
import Acting
import Casework
import EventLog
import HTML
import WebServer

extension Workspace {
    var supplementRoutes: [DeskRoute] {
        [
            actRoute("/desk/cases/{number}/supplement", "RegisterSupplement", body: .form(.files)) { request, content in
                try await supplement(request, content)
            }
        ]
    }

    /// Who brings something answers the point; the command refuses while one is left open.
    private func supplement(_ request: WebRequest, _ content: CaseContent) async throws -> CaseAct {
        var fields = ActFields(SupplementForm.prefix, request.form.values)
        let points = content.openPoints
        let questions = points.enumerated().filter { $0.element.answer == nil }.map { place, point in
            FileQuestion(
                name: SupplementForm.files(place),
                label: point.asked.material,
                most: SupplementForm.mostFiles
            )
        }
        let kept = try await keep(questions, of: request, about: "supplement \(content.id)", &fields)
        let brought = points.enumerated().map { place, point in
            fields.brought(for: point, at: place, kept)
        }
        var submit: CaseAct.Submit?
        if case .correction(let notice) = content.state.stage, let before = content.state.submission {
            let command = RegisterSupplement(
                SupplementMaterials(
                    caseFile: content.id,
                    seen: CaseAct.seen(request),
                    submission: before.corrected(after: notice, by: brought),
                    answered: notice.points.map(\.material)
                )
            )
            submit = { log, act in try await log.submit(command, as: act) }
        } else {
            let found = content.state.stage.name
            submit = { _, _ in throw CaseworkError.wrongStage(expected: [.correction], found: found) }
        }
        return CaseAct(
            fields,
            label: "收取补正材料",
            action: .receiveSubmission,
            function: content.receiving,
            kept: kept,
            submit: submit
        )
    }
}

extension ActFields {
    /// Reads what was brought for a point, or notes that it is left open.
    fileprivate mutating func brought(
        for point: SupplementForm.Point,
        at place: Int,
        _ kept: KeptFiles
    ) -> CorrectionAnswer {
        let given = CorrectionAnswer(
            text: point.answer == nil ? nil : text(SupplementForm.text(place)),
            files: kept.files(SupplementForm.files(place)),
            isOnPaper: !text(SupplementForm.paper(place)).isEmpty
        )
        let name = point.asked.material
        if let text = given.text {
            if text.isEmpty { fault(SupplementForm.text(place), "“\(name)”应填写，实为空") }
        } else if given.files.isEmpty, !given.isOnPaper {
            fault(SupplementForm.paper(place), "“\(name)”应收纸质或者上传扫描件，实为都没有（行政许可法§32）")
        }
        return given
    }
}

extension CaseContent {
    /// The points of the open notice of correction.
    var openPoints: [SupplementForm.Point] {
        guard case .correction(let notice) = state.stage else { return [] }
        return notice.points.map { SupplementForm.Point(asked: $0, answer: state.submission?.answer(asked: $0)?.value) }
    }
}
