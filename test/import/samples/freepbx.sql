-- a dump of the tables of IVRs
CREATE TABLE `ivr_entries` (
  `ivr_id` int(11) NOT NULL,
  `selection` varchar(150) DEFAULT NULL,
  `dest` varchar(200) DEFAULT NULL,
  `ivr_ret` tinyint(1) NOT NULL
);
INSERT INTO `ivr_details` (`id`,`name`,`announcement`,`directdial`,`invalid_loops`,`invalid_retry_recording`,`invalid_destination`,`invalid_recording`,`timeout_time`,`timeout_loops`,`timeout_retry_recording`,`timeout_destination`,`timeout_recording`) VALUES
(1,'Main\'s menu','7','','2','default','ext-queues,400,1','','8','disabled','','',''),
(2,'Support','0','ext-local','0','','app-blackhole,hangup,1','default','5','1','9','ext-local,vmu200,1','');
INSERT INTO `ivr_entries` VALUES (1,'2','ivr-2,s,1',0),(1,'1','timeconditions,1,1',0),(1,'t','ext-queues,401,1',0),
(1,'3','app-announcement-4,s,1',0),(2,'9','ivr-1,s,1',1),(2,'1','ext-group,600,1',0);
INSERT INTO `recordings` (`id`,`displayname`,`filename`) VALUES (7,'main','custom/main&custom/more'),(9,'again','custom/again');
INSERT INTO `timeconditions` (`timeconditions_id`,`displayname`,`time`,`truegoto`,`falsegoto`) VALUES (1,'Office','2','ext-queues,400,1','app-announcement-4,s,1');
INSERT INTO `timegroups_groups` (`id`,`description`) VALUES (2,'Office hours');
INSERT INTO `timegroups_details` (`id`,`timegroupid`,`time`) VALUES (1,2,'09:00-17:00|mon-fri|*|*');
INSERT INTO `announcement` (`announcement_id`,`description`,`recording_id`,`allow_skip`,`post_dest`,`return_ivr`) VALUES (4,'Closed',9,0,'app-blackhole,hangup,1',0);
INSERT INTO `ringgroups` (`grpnum`,`description`,`grplist`,`grptime`,`postdest`) VALUES ('600','Desk','201-202',20,'ext-local,vmu200,1');
