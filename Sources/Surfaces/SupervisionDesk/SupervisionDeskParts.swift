package import Access
import Acting
package import BlobStore
package import Cryptography
import Directory
package import Documents
package import EventLog
package import HTML
package import Kernel
package import Participation
package import Publicity
package import Supervision
package import WebServer

/// A route of the supervisors' desk; only its gatekeeper lets visitors in who are not signed in, and here never.
package typealias SupervisionDeskRoute = Route<AccessRule, Principal?>

/// What the desk is put together from.
package struct SupervisionDeskParts: Sendable {
    package let log: EventLog
    package let realm: Realm
    /// The rules and the calendar by which findings were made.
    package let supervisor: Supervisor
    /// The limits with which new orders begin.
    package let orderLimits: OrderLimits
    /// How scores are made, and the scheme in use.
    package let scoreSchemes: ScoreSchemes
    package let recipients: FindingRecipients
    /// What supervisors and agencies owe by day and month.
    package let duties: SupervisionDuties
    /// What is hidden from the public, and by when what is proposed to it is reviewed.
    package let masking: MaskingPolicy
    package let publicity: PublicityRules
    package let renderer: DocumentRenderer
    package let isDemonstration: Bool
    package let wall: LiveWall
    /// Where files that bear out explanations are kept, how they are opened, and who looked at them.
    package let blobs: BlobStore
    package let files: ForeignFiles
    package let access: AccessStore
    /// Kinds of public supervisors and how they are answered.
    package let publicSupervision: PublicSupervision
    /// Derives the codes on letters of appointment; `KeyPurpose.receipt` of the ring.
    package let queryKey: SecretKey
    /// All steps of the realm, kept between visits.
    package let steps: StepTableKeeper
    /// Holds drafts of written rules against history.
    package let trials: RuleTrials
    package let site: SiteIdentity
    package let assets: PageAssets
    /// Where the button that signs out is sent; `nil` shows none.
    package let signOutPath: String?

    package init(
        log: EventLog,
        realm: Realm,
        supervisor: Supervisor,
        orderLimits: OrderLimits,
        scoreSchemes: ScoreSchemes,
        recipients: FindingRecipients,
        duties: SupervisionDuties,
        masking: MaskingPolicy,
        publicity: PublicityRules,
        renderer: DocumentRenderer,
        isDemonstration: Bool,
        wall: LiveWall,
        blobs: BlobStore,
        files: ForeignFiles,
        access: AccessStore,
        publicSupervision: PublicSupervision,
        queryKey: SecretKey,
        steps: StepTableKeeper,
        trials: RuleTrials,
        site: SiteIdentity,
        assets: PageAssets,
        signOutPath: String? = nil
    ) {
        self.log = log
        self.realm = realm
        self.supervisor = supervisor
        self.orderLimits = orderLimits
        self.scoreSchemes = scoreSchemes
        self.recipients = recipients
        self.duties = duties
        self.masking = masking
        self.publicity = publicity
        self.renderer = renderer
        self.isDemonstration = isDemonstration
        self.wall = wall
        self.blobs = blobs
        self.files = files
        self.access = access
        self.publicSupervision = publicSupervision
        self.queryKey = queryKey
        self.steps = steps
        self.trials = trials
        self.site = site
        self.assets = assets
        self.signOutPath = signOutPath
    }

    var today: Day { log.clock.today }

    /// Reads within one snapshot of the desk's realm.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Answer) async throws -> Answer {
        try await log.read(realm, body)
    }

    /// Submits what a supervisor, or without `judging` an agency, wants done and answers why it was refused; `nil` when
    /// it was done.
    func refusal(
        of command: some Command,
        _ request: WebRequest,
        _ principal: Principal?,
        judging: Bool = true
    ) async throws -> String? {
        guard let principal, let key = request.formKey, !key.isEmpty else { throw WebRefusal.forged }
        let deed = Act(realm: realm, actor: principal.actor(judging: judging), key: key)
        do {
            _ = try await log.submit(command, as: deed)
            return nil
        } catch let refusal as SupervisionError {
            return SupervisionWording.refusal(refusal)
        } catch let refusal as AuthorityRefusal {
            return SupervisionWording.refusal(refusal)
        } catch {
            guard let wording = Wording(refusal: error) else { throw error }
            return wording.full
        }
    }

    /// What the forms of a page carry.
    func hidden(_ request: WebRequest) -> [HiddenField] {
        [request.forgeryField, FormKey.field(log.randomness, at: log.clock.now)]
    }
}
