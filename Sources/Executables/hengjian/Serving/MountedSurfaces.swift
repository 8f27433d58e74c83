import Access
import Administration
import BlobStore
import Casework
import Catalog
import Codes
import Composition
import Cryptography
import Decisions
import Definitions
import Demonstration
import Documents
import Exchange
import HTML
import Hall
import Kernel
import Law
import Logging
import Parties
import RESTAPI
import Supervision
import SupervisionDesk
import TimeLimits
import WebServer
import Workspace

/// All routes of the program, surface by surface.
struct MountedSurfaces {
    typealias SurfaceRoute = Route<AccessRule, Principal?>

    let house: House
    let store: AccessStore
    let hub: EventHub
    let site: SiteIdentity
    let wall: LiveWall
    /// Holds drafts of supervisors' rules against history.
    let trials: RuleTrials
    let issuer: DocumentIssuer
    let authority: DocumentAuthority
    let alerts: AlertStore
    let files: ForeignFiles
    /// The public's accounts, with what sends them codes.
    let accounts: PublicAccounts
    let renderer: DocumentRenderer
    let publicAddress: String
    let provider: IdentityProvider?
    let logger: Logger
    private let search = CatalogSearch()
    private let batches = BatchQueue()

    func routes() throws -> RouteTable<AccessRule, Principal?> {
        var routes =
            try HallRoutes(hall()).routes + workspace.routes + supervisionDesk() + administration
            + api.routes
        if house.isDemonstration { routes.append(DemonstrationClockRoute(house: house).route) }
        return try RouteTable(routes)
    }

    /// What the public reads of refusals at addresses that are not an officer's.
    var refusalPage: RefusalFrame { get throws { try HallRoutes(hall()).refusalPage } }

    var workspace: Workspace {
        Workspace(
            access: store,
            provider: provider,
            log: house.log,
            blobs: house.blobs,
            drafts: house.drafts,
            uploads: house.uploads,
            issuer: issuer,
            catalogSearch: search,
            names: NameIndex(ring: house.ring),
            confirmation: house.modules.confirmation,
            listKinds: house.modules.listKinds,
            alerts: alerts,
            files: files,
            clocks: house.modules.clocks,
            masking: house.modules.masking,
            publicity: house.modules.publicity,
            queryKey: house.ring.key(for: .receipt),
            publicAddress: publicAddress,
            frame: WorkspaceFrame(
                site: site,
                assets: AssetShelf.design.pageAssets,
                neighbors: [
                    WorkspaceFrame.Neighbor(
                        "电子监察",
                        at: SupervisionPath.wall,
                        for: .permission(Permission(.readFindings, .agency))
                    ),
                    WorkspaceFrame.Neighbor(
                        "回避",
                        at: AdministrationPath.recusals,
                        for: AdministrationAccess.recusing
                    ),
                    WorkspaceFrame.Neighbor("系统管理", at: AdministrationPath.home, for: AdministrationAccess.any),
                ],
                signInHints: house.isDemonstration ? DemonstrationHouse.hints : []
            ),
            batches: batches,
            logger: logger
        )
    }

    private var api: RESTAPI {
        RESTAPI(
            RESTAPI.Parts(
                access: store,
                log: house.log,
                blobs: house.blobs,
                issuer: issuer,
                masking: house.modules.masking,
                publicity: house.modules.publicity,
                queryKey: house.ring.key(for: .receipt),
                site: site,
                assets: AssetShelf.design.pageAssets,
                logger: logger
            )
        )
    }

    private func supervisionDesk() throws -> [SurfaceRoute] {
        SupervisionDeskRoutes(
            SupervisionDeskParts(
                log: house.log,
                realm: house.realm,
                supervisor: house.modules.supervisor,
                orderLimits: try OrderLimits.shipped(),
                scoreSchemes: try ScoreSchemes.shipped(),
                recipients: try FindingRecipients.shipped(),
                duties: try SupervisionDuties.shipped(),
                masking: house.modules.masking,
                publicity: house.modules.publicity,
                renderer: renderer,
                isDemonstration: house.isDemonstration,
                wall: wall,
                blobs: house.blobs,
                files: files,
                access: store,
                publicSupervision: house.modules.publicSupervision,
                queryKey: house.ring.key(for: .receipt),
                steps: house.steps,
                trials: trials,
                site: site,
                assets: AssetShelf.design.pageAssets,
                signOutPath: WorkspacePath.signOut
            )
        ).routes
    }

    private var administration: [SurfaceRoute] {
        AdministrationRoutes(
            AdministrationParts(
                log: house.log,
                realm: house.realm,
                access: store,
                provider: provider?.settings,
                site: site,
                assets: AssetShelf.design.pageAssets,
                signOutPath: WorkspacePath.signOut,
                deskPath: WorkspacePath.desk,
                outbox: house.isDemonstration ? house.outbox : nil,
                alerts: alerts,
                auditMarks: { [house] in try house.auditMarks() },
                publicAddress: publicAddress,
                hub: hub
            )
        ).routes
    }

    private func hall() throws -> HallParts {
        HallParts(
            log: house.log,
            realm: house.realm,
            search: search,
            lifeEvents: try LifeEvents.shipped(),
            drafts: house.drafts,
            blobs: house.blobs,
            files: files,
            queryKey: house.ring.key(for: .receipt),
            gists: try LawGists(Definitions.bytes("law/law-gists.json")),
            policy: house.modules.masking,
            calendar: try NationalCalendar.load(),
            clocks: house.modules.clocks,
            publicSupervision: house.modules.publicSupervision,
            bookings: house.modules.bookings,
            durations: try ItemDurations.Rules.shipped(),
            screens: try ScreenRules(Definitions.bytes("hall/screens.json")),
            listKinds: house.modules.listKinds,
            divisions: try DivisionTable.national(),
            accounts: accounts,
            authority: authority,
            site: HallSite(
                identity: site,
                assets: AssetShelf.design.pageAssets,
                division: house.isDemonstration ? "四川省广安市广安区" : "本级",
                complaintLine: house.isDemonstration ? "12345（演示）" : nil,
                officersEntrance: WorkspacePath.signIn,
                publicAddress: publicAddress,
                takesAccounts: accounts.takesRegistrations,
                codesNotice: house.isDemonstration ? "演示系统不发短信，验证码由系统管理员在“系统管理”的“短信发件箱”中查看。" : nil
            )
        )
    }
}
