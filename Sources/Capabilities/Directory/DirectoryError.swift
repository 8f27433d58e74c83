package import Codes
package import Kernel

/// Every refusal of the directory's own commands.
package enum DirectoryError: Error, Hashable, Sendable {
    /// The text is empty or longer than the field holds.
    case text(field: String, length: Int, greatest: Int)
    /// The text has not the shape of a unified social credit code.
    case creditCode(CodeFault)
    /// Another agency of this realm has the code.
    case codeTaken(String)
    /// Another officer holds a certificate of this number.
    case certificateNumberTaken(Certificate.Number)
    case unknownAgency(Agency.ID)
    case unknownOffice(Office.ID)
    case unknownPost(Post.ID)
    case unknownOfficer(Officer.ID)
    case unknownCertificate(Certificate.Number)
    /// The agency, office or post did not exist on that day.
    case gone(on: Day)
    /// The officer is employed elsewhere, or by nobody, on that day.
    case ofOtherAgency(employer: Agency.ID?)
    /// The officer holds the post already on or after that day.
    case alreadyInPost(since: Day)
    case notInPost(on: Day)
    /// The day a validity ends lies before the day it begins.
    case endsBeforeItBegins(from: Day, to: Day)
    case emptyScope
    /// Facts about one certificate are recorded in the order of their days; the last one is of `latest`.
    case earlierThanLastFact(latest: Day)
    case certificateStanding(Certificate.Number, found: Certificate.Standing)
    /// The officer lacks training or exams.
    case notQualified([QualificationGap])
    /// Who first reviewed penalties on that day needs the qualification (行政处罚法 §58).
    case noFormerReviewer(since: Day)
    /// Only in-post staff are certified.
    case notInPostStaff(Officer.Engagement)
    /// An entrusted organization acts by a letter with a term.
    case entrustmentMissing
    case entrustmentUnexpected(Agency.Kind)
    case delegatedToOneself
    case delegatedAlready(to: Officer.ID, until: Day)
    case noDelegation(to: Officer.ID, on: Day)
    case rulesOutOfRange
    /// The text names no site that is reached over TLS, or more than one.
    case notASite(String)
    case tooManySites(Int, greatest: Int)
    /// The agency above is the agency itself or led by it.
    case managementCircle(Agency.ID)
    /// Still in use on that day: what hangs on it is to be ended or moved first.
    case stillInUse(posts: Int)
    case divisionListed(Division.Code)
    case unknownDivision(Division.Code)
    case divisionEnded(Division.Code, on: Day)
    /// Following the successors leads back to the division.
    case successorCircle(Division.Code)
    case reviewedAlready(year: Int)
    case recusalUndecided(since: Day)
    case noOpenRecusal(Officer.ID)
    case recusalOfOneself
    /// Recusals are decided by the head of the officer's agency, from a post that approves.
    case notHead
    /// Nobody else heads the agency: those in charge discuss it together.
    case recusalOfHead
    /// Those in charge discuss only the recusal of one among them.
    case recusalOfNoHead
    case recusalDiscussedByFew(found: Int)
    /// Who discussed it is not of the agency, or is who is to be recused.
    case recusalDiscussedByStranger(Officer.ID)
    /// The agency that goes on is the agency itself, or has given its powers to it at the same time.
    case successionCircle(Agency.ID)
    case unknownBulkRun(BulkRun.ID)
    /// A bulk run has at least one row and at most `greatest`.
    case bulkRows(found: Int, greatest: Int)
    /// The act is not for this kind of row.
    case bulkTarget
    /// The run has been stopped or is done.
    case bulkPhase(BulkRun.Phase)
    /// Something else has changed what the row changed; taking it back would undo that as well.
    case builtOn
}
