package import Access
package import BlobStore
package import Casework
package import Catalog
package import Cryptography
package import Decisions
import Documents
package import EventLog
package import Exchange
import Kernel
package import Logging
package import Participation
package import Parties
package import Publicity
package import WebServer

/// The officers' desk: signing in, the inbox, and the case on one page.
///
/// It asks queries, submits commands, and words every refusal; it decides nothing itself.
package struct Workspace: Sendable {
    package typealias DeskRoute = Route<AccessRule, Principal?>

    let access: AccessStore
    let provider: IdentityProvider?
    let log: EventLog
    let blobs: BlobStore
    let drafts: SubmissionDrafts
    let uploads: Uploads
    let issuer: DocumentIssuer
    let catalogSearch: CatalogSearch
    let names: NameIndex
    let confirmation: ConfirmationRoutes
    let listKinds: [OfficialListKind]
    let alerts: AlertStore
    /// Opens what parties and officers brought in.
    let files: ForeignFiles
    let clocks: ParticipationClocks
    let masking: MaskingPolicy
    let publicity: PublicityRules
    let queryKey: SecretKey
    let publicAddress: String
    let frame: WorkspaceFrame
    let batches: BatchQueue
    let logger: Logger
    /// Draws charts; its own, so that none keeps official documents waiting.
    let pictures = DocumentRenderer()

    /// The desk.
    ///
    /// - Parameters:
    ///   - access: who signs in, and the audit of what they look at.
    ///   - provider: the government's identity provider, if it has one.
    ///   - log: where cases are.
    ///   - blobs: where their files are.
    ///   - drafts: keeps files of forms that are not yet right.
    ///   - uploads: takes in large files part by part.
    ///   - issuer: makes the official documents after an act.
    ///   - catalogSearch: finds items, for everybody in the program.
    ///   - names: finds parties by name.
    ///   - confirmation: through whose hands a draft of an item goes.
    ///   - listKinds: the lists kept beside the items.
    ///   - alerts: what officers are told, and how they want to hear of it.
    ///   - files: opens what parties and officers brought in.
    ///   - clocks: by when letters are answered.
    ///   - masking: what the public sees of names and numbers.
    ///   - publicity: by when and after which review decisions are public.
    ///   - queryKey: makes the code on a receipt.
    ///   - publicAddress: where the public finds the Hall, without a slash at the end.
    ///   - frame: what all pages share.
    ///   - batches: where batches wait for `workThroughBatches`; one for all copies of the desk.
    ///   - logger: for what the officer can do nothing about.
    package init(
        access: AccessStore,
        provider: IdentityProvider? = nil,
        log: EventLog,
        blobs: BlobStore,
        drafts: SubmissionDrafts,
        uploads: Uploads,
        issuer: DocumentIssuer,
        catalogSearch: CatalogSearch,
        names: NameIndex,
        confirmation: ConfirmationRoutes,
        listKinds: [OfficialListKind],
        alerts: AlertStore,
        files: ForeignFiles,
        clocks: ParticipationClocks,
        masking: MaskingPolicy,
        publicity: PublicityRules,
        queryKey: SecretKey,
        publicAddress: String,
        frame: WorkspaceFrame,
        batches: BatchQueue,
        logger: Logger
    ) {
        self.access = access
        self.provider = provider
        self.log = log
        self.blobs = blobs
        self.drafts = drafts
        self.uploads = uploads
        self.issuer = issuer
        self.catalogSearch = catalogSearch
        self.names = names
        self.confirmation = confirmation
        self.listKinds = listKinds
        self.alerts = alerts
        self.files = files
        self.clocks = clocks
        self.masking = masking
        self.publicity = publicity
        self.queryKey = queryKey
        self.publicAddress = publicAddress
        self.frame = frame
        self.batches = batches
        self.logger = logger
    }

    package var routes: [DeskRoute] {
        signInRoutes + providerRoutes + accountRoutes + tokenRoutes + alertRoutes + calendarRoutes + deskRoutes
            + batchRoutes + formDraftRoutes
            + intakeRoutes + bookingRoutes + openingRoutes + caseRoutes + messageRoutes + actRoutes + supplementRoutes
            + evidenceRoutes
            + recordingRoutes + uploadRoutes + fieldRoutes + dossierRoutes + letterRoutes
            + standardAnswerRoutes + recusalFileRoutes + ratingRoutes
            + opinionRoutes + delayRoutes
            + publicationRoutes + designerRoutes + catalogRoutes + benchmarkRoutes + standardRoutes + officialListRoutes
            + lawLibraryRoutes
            + legalTaskRoutes + affectedDefinitionRoutes + fallenBenchmarkRoutes + informationRoutes
            + informationReportRoutes + mandateRoutes
            + migrationRoutes + ruleRoutes + wordingRoutes + disputeRoutes + legalReviewRoutes
    }

    var today: Day { log.clock.today }
}

extension WebRequest {
    /// The value of an open part of the path.
    func parameter(_ name: String) throws(WebRefusal) -> String {
        guard let value = parameters[name] else { throw .notFound }
        return value
    }
}
