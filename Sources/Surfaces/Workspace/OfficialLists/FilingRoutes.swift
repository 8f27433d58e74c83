import Access
import Acting
import BlobStore
import Catalog
import Decisions
import Directory
import Documents
import EventLog
import HTML
import Kernel
import TimeLimits
import WebServer

/// Filing of every kind of list: one page for who files and for who receives, and the papers.
extension Workspace {
    var filingRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/filings", name: "FilingsPage", access: Workspace.keepingLists) { request, principal in
                try await filings(request, principal)
            },
            DeskRoute(
                .get,
                "/official-lists/{kind}/{owner}/list.pdf",
                name: "OfficialListPaper",
                access: Workspace.keepingLists
            ) { request, principal in
                let opened = try await openList(request, principal, Workspace.keepingLists)
                guard let version = opened.list.versions.last else { throw WebRefusal.notFound }
                let paper = try await paper(of: version, in: opened).list(on: today, isSealed: false)
                do {
                    return .file(
                        named: "\(opened.kind.chinese).pdf",
                        type: "application/pdf",
                        bytes: try await pictures.render(paper),
                        isShown: true
                    )
                } catch is DocumentError {
                    let wording = Wording(422, "list.tooLong", "一份文件容不下这张清单，请分开编制，或者下载数据表")
                    return try await officialListPage(opened, request, refused: wording)
                }
            },
            DeskRoute(
                .get,
                "/official-lists/{kind}/{owner}/receipts/{ordinal}/receipt.pdf",
                name: "FilingReceipt",
                access: Workspace.keepingLists
            ) { request, principal in
                try await receipt(request, try await openList(request, principal, Workspace.keepingLists))
            },
        ]
    }

    private func filings(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal else { throw WebRefusal.forbidden }
        let lines = try await listGroups(for: principal).flatMap { group in
            group.lines.compactMap { line in
                line.standing.map { standing in
                    FilingsPage.Line(
                        kind: group.kind.chinese,
                        owner: line.owner,
                        address: line.address,
                        standing: standing,
                        duty: line.duty
                    )
                }
            }
        }
        let page = FilingsPage(lines: lines, today: today)
        let crumbs = [Crumb("公开清单", to: WorkspacePath.officialLists), Crumb("备案")]
        return .page(frame.page("备案", for: principal, request, crumbs: crumbs) { page })
    }

    /// The paper of a version; `sealedBy` is whose seal it bears where that is not who keeps the list.
    private func paper(
        of version: OfficialList.Version,
        in opened: OpenedList,
        sealedBy agency: String? = nil
    ) async throws -> FilingPaper {
        FilingPaper(
            kind: opened.kind,
            version: version,
            owner: opened.ownerName,
            agency: try await agencyName(agency ?? keeper(of: opened), opened) ?? opened.ownerName,
            isDemonstration: frame.site.banner != nil
        )
    }

    /// The agency that seals a list: who keeps it, or, for a division's, the agency of who hands it in.
    private func keeper(of opened: OpenedList) -> String? {
        opened.kind.keeper == .agency ? opened.owner : opened.principal.agency?.text
    }

    private func agencyName(_ id: String?, _ opened: OpenedList) async throws -> String? {
        guard let id else { return nil }
        return try await log.read(opened.principal.realm) {
            try $0.reader.agency(Agency.ID(id), in: $0.realm)?.profile.name
        }
    }

    /// Prints, seals and signs the newest version, and lays its rows beside it as data.
    ///
    /// - Throws: `CatalogError` where there is none, `DocumentError`, `BlobError`.
    func sealedPapers(of opened: OpenedList) async throws -> [Attachment] {
        guard let version = opened.list.versions.last else {
            throw CatalogError.wrongStage(expected: "published", found: "none")
        }
        let paper = try await paper(of: version, in: opened)
        let seal = (id: keeper(of: opened) ?? opened.owner, name: paper.agency)
        let name = "\(opened.ownerName)\(opened.kind.chinese)（第 \(version.number) 版）"
        let sealed = try await issuer.print(paper.list(on: today), by: seal)
        return [
            try await blobs.keep(
                sealed,
                name: "\(name).pdf",
                mediaType: "application/pdf",
                randomness: log.randomness
            ),
            try await blobs.keep(
                opened.kind.workbook(version.rows),
                name: "\(name).xlsx",
                mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                randomness: log.randomness
            ),
        ]
    }

    private func receipt(_ request: WebRequest, _ opened: OpenedList) async throws -> WebAnswer {
        let number = Int(try request.parameter("ordinal"))
        guard let version = opened.list.versions.first(where: { $0.number == number }),
            let receipt = version.filing.receipt
        else { throw WebRefusal.notFound }
        // Without knowing who received it nobody's seal may stand under it.
        guard let office = receipt.answer.agency else { throw WebRefusal.notFound }
        let paper = try await paper(of: version, in: opened, sealedBy: office)
        guard let content = paper.receipt() else { throw WebRefusal.notFound }
        return .file(
            named: "备案回执（\(receipt.number)）.pdf",
            type: "application/pdf",
            bytes: try await issuer.print(content, by: (office, paper.agency)),
            isShown: true
        )
    }
}

extension OfficialListKind {
    /// What is next about the filing of the newest version, with its day; `nil` where nothing is.
    func datedDuty(_ standing: OfficialListStanding, in calendar: WorkingCalendar) throws -> DatedFilingDuty? {
        guard let duty = filingDuty(standing) else { return nil }
        return DatedFilingDuty(
            side: duty.side,
            isAgain: standing.filing == .returned,
            due: try SourcedPeriod(duty.within, source: source).day(from: duty.from, in: calendar)
        )
    }
}
